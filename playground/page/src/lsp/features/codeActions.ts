import {
    type CodeAction,
    CodeActionKind,
    CodeActionRequest,
    CodeActionResolveRequest,
    type Diagnostic,
} from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, type Model, range, toCommand, toRange, toWorkspaceEdit } from "../convert";
import type { Server } from "../server";
import type { Diagnostics } from "./diagnostics";

interface Action extends monaco.languages.CodeAction {
    origin: CodeAction;
}

export function codeActions(server: Server, diagnostics: Diagnostics): void {
    if (!server.capabilities.codeActionProvider) {
        return;
    }
    monaco.languages.registerCodeActionProvider(LANGUAGE, {
        async provideCodeActions(model, area, context, token) {
            const found = await request(server, model, area, diagnostics.within(model, area), context.only, token);
            return { actions: found.map(action), dispose() {} };
        },
        async resolveCodeAction(unresolved, token) {
            const { origin } = unresolved as Action;
            const resolved = origin.edit ? undefined : await server.ask(CodeActionResolveRequest.type, origin, token);
            return resolved ? action(resolved) : unresolved;
        },
    });
}

/** The fixes of one problem, with their edits. */
export async function fixes(server: Server, model: Model, problem: Diagnostic): Promise<CodeAction[]> {
    const found = await request(server, model, toRange(problem.range), [problem], CodeActionKind.QuickFix);
    return Promise.all(
        found.map(async (one) => (one.edit ? one : ((await server.ask(CodeActionResolveRequest.type, one)) ?? one))),
    );
}

async function request(
    server: Server,
    model: Model,
    area: monaco.IRange,
    problems: Diagnostic[],
    only?: string,
    token?: monaco.CancellationToken,
): Promise<CodeAction[]> {
    const answer = await server.ask(
        CodeActionRequest.type,
        {
            textDocument: identifier(model),
            range: range(area),
            context: { diagnostics: problems, only: only ? [only] : undefined },
        },
        token,
    );
    return (answer ?? []).filter((one): one is CodeAction => typeof one.command !== "string");
}

function action(origin: CodeAction): Action {
    return {
        origin,
        title: origin.title,
        kind: origin.kind,
        isPreferred: origin.isPreferred,
        disabled: origin.disabled?.reason,
        edit: origin.edit && toWorkspaceEdit(origin.edit),
        command: origin.command && toCommand(origin.command),
    };
}

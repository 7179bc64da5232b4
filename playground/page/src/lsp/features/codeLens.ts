import {
    type CodeLens,
    CodeLensRefreshRequest,
    CodeLensRequest,
    CodeLensResolveRequest,
} from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, toCommand, toRange } from "../convert";
import type { Server } from "../server";

interface Lens extends monaco.languages.CodeLens {
    origin: CodeLens;
}

export function codeLens(server: Server): void {
    const options = server.capabilities.codeLensProvider;
    if (!options) {
        return;
    }
    const stale = new monaco.Emitter<monaco.languages.CodeLensProvider>();
    const provider: monaco.languages.CodeLensProvider = {
        onDidChange: stale.event,
        async provideCodeLenses(model, token) {
            const answer = await server.ask(CodeLensRequest.type, { textDocument: identifier(model) }, token);
            return { lenses: (answer ?? []).map(lens), dispose() {} };
        },
        async resolveCodeLens(_model, unresolved, token) {
            const { origin } = unresolved as Lens;
            const resolved =
                options.resolveProvider &&
                !origin.command &&
                (await server.ask(CodeLensResolveRequest.type, origin, token));
            return resolved ? lens(resolved) : unresolved;
        },
    };
    server.connection.onRequest(CodeLensRefreshRequest.type, () => stale.fire(provider));
    monaco.languages.registerCodeLensProvider(LANGUAGE, provider);
}

function lens(origin: CodeLens): Lens {
    return { origin, range: toRange(origin.range), command: origin.command && toCommand(origin.command) };
}

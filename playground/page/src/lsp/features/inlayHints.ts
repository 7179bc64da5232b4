import { type InlayHint, InlayHintRefreshRequest, InlayHintRequest } from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, range, toMarkdown, toPosition, toTextEdit } from "../convert";
import type { Server } from "../server";

export function inlayHints(server: Server): void {
    if (!server.capabilities.inlayHintProvider) {
        return;
    }
    const stale = new monaco.Emitter<void>();
    server.connection.onRequest(InlayHintRefreshRequest.type, () => stale.fire());
    monaco.languages.registerInlayHintsProvider(LANGUAGE, {
        onDidChangeInlayHints: stale.event,
        async provideInlayHints(model, area, token) {
            const params = { textDocument: identifier(model), range: range(area) };
            const answer = await server.ask(InlayHintRequest.type, params, token);
            return { hints: (answer ?? []).map(hint), dispose() {} };
        },
    });
}

function hint(from: InlayHint): monaco.languages.InlayHint {
    return {
        label:
            typeof from.label === "string"
                ? from.label
                : from.label.map((part) => ({ label: part.value, tooltip: part.tooltip && toMarkdown(part.tooltip) })),
        position: toPosition(from.position),
        kind: from.kind,
        tooltip: from.tooltip && toMarkdown(from.tooltip),
        paddingLeft: from.paddingLeft,
        paddingRight: from.paddingRight,
        textEdits: from.textEdits?.map(toTextEdit),
    };
}

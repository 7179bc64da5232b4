import {
    SemanticTokensDeltaRequest,
    SemanticTokensRefreshRequest,
    SemanticTokensRequest,
} from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier } from "../convert";
import type { Server } from "../server";

export function semanticTokens(server: Server): void {
    const options = server.capabilities.semanticTokensProvider;
    if (!options?.full) {
        return;
    }
    const deltas = typeof options.full === "object" && options.full.delta;
    const stale = new monaco.Emitter<void>();
    server.connection.onRequest(SemanticTokensRefreshRequest.type, () => stale.fire());
    monaco.languages.registerDocumentSemanticTokensProvider(LANGUAGE, {
        onDidChange: stale.event,
        getLegend: () => options.legend,
        async provideDocumentSemanticTokens(model, previousResultId, token) {
            const params = { textDocument: identifier(model) };
            const answer =
                deltas && previousResultId
                    ? await server.ask(SemanticTokensDeltaRequest.type, { ...params, previousResultId }, token)
                    : await server.ask(SemanticTokensRequest.type, params, token);
            if (!answer) {
                // an empty answer would take the colours away
                throw new Error("the text has changed meanwhile");
            }
            return "edits" in answer
                ? {
                      resultId: answer.resultId,
                      edits: answer.edits.map((edit) => ({ ...edit, data: edit.data && Uint32Array.from(edit.data) })),
                  }
                : { resultId: answer.resultId, data: Uint32Array.from(answer.data) };
        },
        releaseDocumentSemanticTokens() {},
    });
}

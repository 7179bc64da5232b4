import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, range, toTextEdit } from "../convert";
import type { Server } from "../server";

export function formatting(server: Server): void {
    if (server.capabilities.documentFormattingProvider) {
        monaco.languages.registerDocumentFormattingEditProvider(LANGUAGE, {
            async provideDocumentFormattingEdits(model, options, token) {
                const params = { textDocument: identifier(model), options: { ...options } };
                return (await server.ask(DocumentFormattingRequest.type, params, token))?.map(toTextEdit);
            },
        });
    }
    if (server.capabilities.documentRangeFormattingProvider) {
        monaco.languages.registerDocumentRangeFormattingEditProvider(LANGUAGE, {
            async provideDocumentRangeFormattingEdits(model, area, options, token) {
                const params = { textDocument: identifier(model), range: range(area), options: { ...options } };
                return (await server.ask(DocumentRangeFormattingRequest.type, params, token))?.map(toTextEdit);
            },
        });
    }
}

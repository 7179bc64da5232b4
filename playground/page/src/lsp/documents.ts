// Keeps the server's copy of each text as the editor has it, and fetches texts that only the server has.
import {
    DidChangeTextDocumentNotification,
    DidCloseTextDocumentNotification,
    DidOpenTextDocumentNotification,
    RequestType,
} from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../editor/language";
import { monaco } from "../editor/monaco";
import { identifier, type Model, range } from "./convert";
import type { Server } from "./server";

/** The scheme of the standard library. */
export const LIBRARY = "dync-std";

const CONTENT = new RequestType<{ uri: string }, { text: string } | null, void>("workspace/textDocumentContent");

export function synchronise(server: Server): void {
    monaco.editor.getModels().forEach((model) => follow(server, model));
    monaco.editor.onDidCreateModel((model) => follow(server, model));
}

function follow(server: Server, model: Model): void {
    if (model.getLanguageId() !== LANGUAGE) {
        return;
    }
    server.tell(DidOpenTextDocumentNotification.type, {
        textDocument: {
            ...identifier(model),
            languageId: LANGUAGE,
            version: model.getVersionId(),
            text: model.getValue(),
        },
    });
    model.onDidChangeContent((event) => {
        server.tell(DidChangeTextDocumentNotification.type, {
            textDocument: { ...identifier(model), version: event.versionId },
            contentChanges: event.changes.map((change) => ({ range: range(change.range), text: change.text })),
        });
    });
    model.onWillDispose(() => {
        server.tell(DidCloseTextDocumentNotification.type, { textDocument: identifier(model) });
    });
}

/** The text of an address: one that is open, or a module of the standard library. */
export async function find(server: Server, uri: monaco.Uri): Promise<Model | undefined> {
    const open = monaco.editor.getModel(uri);
    if (open || uri.scheme !== LIBRARY) {
        return open ?? undefined;
    }
    const answer = await server.connection.sendRequest(CONTENT, { uri: uri.toString() });
    return answer ? (monaco.editor.getModel(uri) ?? monaco.editor.createModel(answer.text, LANGUAGE, uri)) : undefined;
}

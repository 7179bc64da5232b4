import { PrepareRenameRequest, RenameRequest, ResponseError } from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, position, toRange, toWorkspaceEdit } from "../convert";
import type { Server } from "../server";

export function rename(server: Server): void {
    if (!server.capabilities.renameProvider) {
        return;
    }
    monaco.languages.registerRenameProvider(LANGUAGE, {
        async resolveRenameLocation(model, place, token) {
            const refused = {
                range: new monaco.Range(place.lineNumber, place.column, place.lineNumber, place.column),
                text: "",
            };
            const params = { textDocument: identifier(model), position: position(place) };
            try {
                const answer = await server.ask(PrepareRenameRequest.type, params, token);
                if (!answer) {
                    return { ...refused, rejectReason: "this is no name that can be changed" };
                }
                if ("defaultBehavior" in answer) {
                    return undefined;
                }
                const area = toRange("range" in answer ? answer.range : answer);
                return { range: area, text: "range" in answer ? answer.placeholder : model.getValueInRange(area) };
            } catch (failure) {
                return { ...refused, rejectReason: reason(failure) };
            }
        },
        async provideRenameEdits(model, place, newName, token) {
            const params = { textDocument: identifier(model), position: position(place), newName };
            try {
                const answer = await server.ask(RenameRequest.type, params, token);
                const edit = answer && toWorkspaceEdit(answer);
                return (
                    edit ?? {
                        edits: [],
                        rejectReason: answer
                            ? "the name is used in files that are not open here"
                            : "there is nothing to rename",
                    }
                );
            } catch (failure) {
                return { edits: [], rejectReason: reason(failure) };
            }
        },
    });
}

function reason(failure: unknown): string {
    if (failure instanceof ResponseError) {
        return failure.message;
    }
    throw failure;
}

import { HoverRequest } from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, position, toMarkdown, toRange } from "../convert";
import type { Server } from "../server";

export function hover(server: Server): void {
    if (!server.capabilities.hoverProvider) {
        return;
    }
    monaco.languages.registerHoverProvider(LANGUAGE, {
        async provideHover(model, place, token) {
            const params = { textDocument: identifier(model), position: position(place) };
            const answer = await server.ask(HoverRequest.type, params, token);
            if (!answer) {
                return undefined;
            }
            const contents = Array.isArray(answer.contents) ? answer.contents : [answer.contents];
            return { contents: contents.map(toMarkdown), range: answer.range && toRange(answer.range) };
        },
    });
}

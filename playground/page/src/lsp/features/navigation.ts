// Where a name is declared and used, and the modules behind imports.
import {
    DefinitionRequest,
    DocumentHighlightRequest,
    DocumentLinkRequest,
    type Location,
    type LocationLink,
    ReferencesRequest,
} from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, position, toRange } from "../convert";
import { find } from "../documents";
import type { Server } from "../server";

export function navigation(server: Server): void {
    const can = server.capabilities;
    if (can.definitionProvider) {
        monaco.languages.registerDefinitionProvider(LANGUAGE, {
            async provideDefinition(model, place, token) {
                const params = { textDocument: identifier(model), position: position(place) };
                const answer = await server.ask(DefinitionRequest.type, params, token);
                return locations(server, answer ? [answer].flat() : []);
            },
        });
    }
    if (can.referencesProvider) {
        monaco.languages.registerReferenceProvider(LANGUAGE, {
            async provideReferences(model, place, context, token) {
                const params = { textDocument: identifier(model), position: position(place), context };
                return locations(server, (await server.ask(ReferencesRequest.type, params, token)) ?? []);
            },
        });
    }
    if (can.documentHighlightProvider) {
        monaco.languages.registerDocumentHighlightProvider(LANGUAGE, {
            async provideDocumentHighlights(model, place, token) {
                const params = { textDocument: identifier(model), position: position(place) };
                const answer = await server.ask(DocumentHighlightRequest.type, params, token);
                return answer?.map((one) => ({ range: toRange(one.range), kind: (one.kind ?? 1) - 1 }));
            },
        });
    }
    if (can.documentLinkProvider) {
        monaco.languages.registerLinkProvider(LANGUAGE, {
            async provideLinks(model, token) {
                const answer = await server.ask(DocumentLinkRequest.type, { textDocument: identifier(model) }, token);
                const links = answer?.map((one) => ({
                    range: toRange(one.range),
                    url: one.target,
                    tooltip: one.tooltip,
                }));
                return { links: links ?? [] };
            },
        });
    }
}

/** Places in texts that can be shown. */
async function locations(server: Server, from: (Location | LocationLink)[]): Promise<monaco.languages.LocationLink[]> {
    const found = await Promise.all(
        from.map(async (one) => {
            const model = await find(server, monaco.Uri.parse("targetUri" in one ? one.targetUri : one.uri));
            return model
                ? [
                      {
                          uri: model.uri,
                          range: toRange("targetUri" in one ? one.targetRange : one.range),
                          targetSelectionRange: toRange("targetUri" in one ? one.targetSelectionRange : one.range),
                          originSelectionRange:
                              "targetUri" in one && one.originSelectionRange
                                  ? toRange(one.originSelectionRange)
                                  : undefined,
                      },
                  ]
                : [];
        }),
    );
    return found.flat();
}

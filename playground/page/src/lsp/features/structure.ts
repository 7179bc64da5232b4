// The parts of a text: what folds, what a selection grows to, the outline.
import {
    type DocumentSymbol,
    DocumentSymbolRequest,
    FoldingRangeRequest,
    type SelectionRange,
    SelectionRangeRequest,
    type SymbolInformation,
} from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, position, toRange } from "../convert";
import type { Server } from "../server";

export function structure(server: Server): void {
    const can = server.capabilities;
    if (can.foldingRangeProvider) {
        monaco.languages.registerFoldingRangeProvider(LANGUAGE, {
            async provideFoldingRanges(model, _context, token) {
                const answer = await server.ask(FoldingRangeRequest.type, { textDocument: identifier(model) }, token);
                return answer?.map((one) => ({
                    start: one.startLine + 1,
                    end: one.endLine + 1,
                    kind: one.kind ? monaco.languages.FoldingRangeKind.fromValue(one.kind) : undefined,
                }));
            },
        });
    }
    if (can.selectionRangeProvider) {
        monaco.languages.registerSelectionRangeProvider(LANGUAGE, {
            async provideSelectionRanges(model, places, token) {
                const params = { textDocument: identifier(model), positions: places.map(position) };
                const answer = await server.ask(SelectionRangeRequest.type, params, token);
                return answer?.map((one) => [...outwards(one)]);
            },
        });
    }
    if (can.documentSymbolProvider) {
        monaco.languages.registerDocumentSymbolProvider(LANGUAGE, {
            displayName: "dync",
            async provideDocumentSymbols(model, token) {
                const answer = await server.ask(DocumentSymbolRequest.type, { textDocument: identifier(model) }, token);
                return answer?.map(symbol);
            },
        });
    }
}

function* outwards(from: SelectionRange): Generator<monaco.languages.SelectionRange> {
    for (let one: SelectionRange | undefined = from; one; one = one.parent) {
        yield { range: toRange(one.range) };
    }
}

function symbol(from: DocumentSymbol | SymbolInformation): monaco.languages.DocumentSymbol {
    const nested = "range" in from;
    const area = toRange(nested ? from.range : from.location.range);
    return {
        name: from.name,
        detail: (nested && from.detail) || "",
        kind: (from.kind - 1) as monaco.languages.SymbolKind,
        tags: [],
        range: area,
        selectionRange: nested ? toRange(from.selectionRange) : area,
        children: nested ? from.children?.map(symbol) : undefined,
    };
}

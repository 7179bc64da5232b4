import {
    type CompletionItem,
    CompletionItemKind,
    CompletionItemTag,
    CompletionRequest,
    CompletionResolveRequest,
    InsertTextFormat,
} from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, type Model, position, toCommand, toMarkdown, toRange, toTextEdit } from "../convert";
import type { Server } from "../server";

interface Suggestion extends monaco.languages.CompletionItem {
    origin: CompletionItem;
}

export function completion(server: Server): void {
    const options = server.capabilities.completionProvider;
    if (!options) {
        return;
    }
    monaco.languages.registerCompletionItemProvider(LANGUAGE, {
        triggerCharacters: options.triggerCharacters,
        async provideCompletionItems(model, place, context, token) {
            const answer = await server.ask(
                CompletionRequest.type,
                {
                    textDocument: identifier(model),
                    position: position(place),
                    context: {
                        triggerKind: (context.triggerKind + 1) as 1 | 2 | 3,
                        triggerCharacter: context.triggerCharacter,
                    },
                },
                token,
            );
            if (!answer) {
                return undefined;
            }
            const items = Array.isArray(answer) ? answer : answer.items;
            return {
                incomplete: !Array.isArray(answer) && answer.isIncomplete,
                suggestions: items.map((item) => suggestion(item, wordAt(model, place))),
            };
        },
        async resolveCompletionItem(item, token) {
            const { origin, range } = item as Suggestion;
            const resolved =
                options.resolveProvider && (await server.ask(CompletionResolveRequest.type, origin, token));
            return resolved ? suggestion(resolved, range as monaco.IRange) : item;
        },
    });
}

function wordAt(model: Model, place: monaco.IPosition): monaco.IRange {
    const word = model.getWordUntilPosition(place);
    return {
        startLineNumber: place.lineNumber,
        endLineNumber: place.lineNumber,
        startColumn: word.startColumn,
        endColumn: word.endColumn,
    };
}

function suggestion(item: CompletionItem, word: monaco.IRange): Suggestion {
    const edit = item.textEdit;
    return {
        origin: item,
        label: item.labelDetails ? { label: item.label, ...item.labelDetails } : item.label,
        kind: kind(item.kind),
        detail: item.detail,
        documentation: item.documentation && toMarkdown(item.documentation),
        sortText: item.sortText,
        filterText: item.filterText,
        preselect: item.preselect,
        commitCharacters: item.commitCharacters,
        tags: item.tags?.includes(CompletionItemTag.Deprecated) ? [monaco.languages.CompletionItemTag.Deprecated] : [],
        insertText: edit?.newText ?? item.insertText ?? item.label,
        insertTextRules:
            item.insertTextFormat === InsertTextFormat.Snippet
                ? monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet
                : undefined,
        range: edit ? toRange("range" in edit ? edit.range : edit.insert) : word,
        additionalTextEdits: item.additionalTextEdits?.map(toTextEdit),
        command: item.command && toCommand(item.command),
    };
}

/** Both name the same kinds, with different numbers. */
function kind(lsp: CompletionItemKind = CompletionItemKind.Text): monaco.languages.CompletionItemKind {
    const name = Object.entries(CompletionItemKind).find(([, value]) => value === lsp)?.[0];
    return monaco.languages.CompletionItemKind[name as keyof typeof monaco.languages.CompletionItemKind];
}

// What the page can do with the server's answers.
import {
    type ClientCapabilities,
    CodeActionKind,
    CompletionItemTag,
    MarkupKind,
    SymbolKind,
    TokenFormat,
} from "vscode-languageserver-protocol/browser";

const MARKUP = [MarkupKind.Markdown, MarkupKind.PlainText];

export const TOKEN_TYPES = [
    "namespace",
    "type",
    "class",
    "enum",
    "interface",
    "struct",
    "typeParameter",
    "parameter",
    "variable",
    "property",
    "enumMember",
    "event",
    "function",
    "method",
    "macro",
    "keyword",
    "modifier",
    "comment",
    "string",
    "number",
    "regexp",
    "operator",
    "decorator",
];

export const TOKEN_MODIFIERS = [
    "declaration",
    "definition",
    "readonly",
    "static",
    "deprecated",
    "abstract",
    "async",
    "modification",
    "documentation",
    "defaultLibrary",
];

export const CAPABILITIES: ClientCapabilities = {
    general: { positionEncodings: ["utf-16"] },
    textDocument: {
        synchronization: { didSave: false },
        publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
        completion: {
            contextSupport: true,
            completionItem: {
                snippetSupport: true,
                documentationFormat: MARKUP,
                deprecatedSupport: true,
                preselectSupport: true,
                tagSupport: { valueSet: [CompletionItemTag.Deprecated] },
                resolveSupport: { properties: ["documentation", "detail", "additionalTextEdits"] },
                labelDetailsSupport: true,
            },
        },
        hover: { contentFormat: MARKUP },
        signatureHelp: {
            contextSupport: true,
            signatureInformation: {
                documentationFormat: MARKUP,
                parameterInformation: { labelOffsetSupport: true },
                activeParameterSupport: true,
            },
        },
        definition: { linkSupport: true },
        references: {},
        documentHighlight: {},
        documentSymbol: {
            hierarchicalDocumentSymbolSupport: true,
            symbolKind: { valueSet: Object.values(SymbolKind) as SymbolKind[] },
        },
        documentLink: {},
        rename: { prepareSupport: true },
        formatting: {},
        rangeFormatting: {},
        codeAction: {
            isPreferredSupport: true,
            dataSupport: true,
            resolveSupport: { properties: ["edit"] },
            codeActionLiteralSupport: {
                codeActionKind: { valueSet: [CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.Source] },
            },
        },
        codeLens: { resolveSupport: { properties: ["command"] } },
        foldingRange: {},
        selectionRange: {},
        semanticTokens: {
            requests: { full: { delta: true } },
            tokenTypes: TOKEN_TYPES,
            tokenModifiers: TOKEN_MODIFIERS,
            formats: [TokenFormat.Relative],
            augmentsSyntaxTokens: true,
        },
        inlayHint: {},
    },
    workspace: {
        workspaceEdit: { documentChanges: true },
        codeLens: { refreshSupport: true },
        inlayHint: { refreshSupport: true },
        semanticTokens: { refreshSupport: true },
        // the standard library is read from the server, not from files
        textDocumentContent: {},
    },
};

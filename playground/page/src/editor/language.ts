// How a text is coloured and typed before the language server has said what its names mean.
import { monaco } from "./monaco";

export const LANGUAGE = "dyn";

export function registerLanguage(): void {
    monaco.languages.register({ id: LANGUAGE, extensions: [".dyn"], aliases: ["dyn"] });
    monaco.languages.setLanguageConfiguration(LANGUAGE, {
        comments: { lineComment: "//" },
        brackets: [
            ["{", "}"],
            ["[", "]"],
            ["(", ")"],
        ],
        autoClosingPairs: [
            { open: "{", close: "}" },
            { open: "[", close: "]" },
            { open: "(", close: ")" },
            { open: '"', close: '"', notIn: ["string", "comment"] },
        ],
        surroundingPairs: [
            { open: "{", close: "}" },
            { open: "[", close: "]" },
            { open: "(", close: ")" },
            { open: '"', close: '"' },
        ],
        onEnterRules: [
            {
                beforeText: /^\s*\/\/\//,
                action: { indentAction: monaco.languages.IndentAction.None, appendText: "/// " },
            },
        ],
    });
    monaco.languages.setMonarchTokensProvider(LANGUAGE, {
        words: DYN_WORDS,
        tokenizer: {
            root: [
                [/\/\/\/.*$/, "comment.doc"],
                [/\/\/.*$/, "comment"],
                [/"[^"]*"?/, "string"],
                [/(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(\s*)(us|ms|s|Hz|kHz)\b/, ["number", "white", "number.unit"]],
                [/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, "number"],
                [/@[A-Za-z_]\w*/, "decorator"],
                [/[A-Z]\w*/, "type"],
                [/[a-z_]\w*/, { cases: { "@words": "keyword", "@default": "identifier" } }],
                [/->|\|>|==|!=|<=|>=|[=<>+\-*/^?]/, "operator"],
            ],
        },
    });
}

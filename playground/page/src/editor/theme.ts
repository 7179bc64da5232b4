// Colours, light and dark, as the operating system asks; the pictures use the same ones.
import { monaco } from "./monaco";

type Rule = monaco.editor.ITokenThemeRule;

const dark = window.matchMedia("(prefers-color-scheme: dark)");

function rules(colours: Record<string, string>): Rule[] {
    return Object.entries(colours).map(([token, foreground]) => ({ token, foreground }));
}

/** Brackets of one colour, however deep. */
function brackets(colour: string): Record<string, string> {
    return Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, colour]));
}

export function registerThemes(): void {
    monaco.editor.defineTheme("dync-light", {
        base: "vs",
        inherit: true,
        rules: rules({
            "": "1b1f24",
            comment: "6a737d",
            "comment.doc": "57606a",
            keyword: "8a3fbf",
            number: "0550ae",
            "number.unit": "0a7a5c",
            string: "0a5a2f",
            type: "0b4f8a",
            class: "0b4f8a",
            struct: "0b4f8a",
            namespace: "57606a",
            function: "6f42c1",
            method: "6f42c1",
            macro: "6f42c1",
            parameter: "9a4a00",
            property: "9a4a00",
            variable: "1b1f24",
            enumMember: "0550ae",
            decorator: "57606a",
            operator: "57606a",
        }),
        colors: {
            "editor.background": "#ffffff",
            "editorLineNumber.foreground": "#b4bac2",
            "editorLineNumber.activeForeground": "#57606a",
            "editor.lineHighlightBackground": "#f6f8fa",
            "editor.lineHighlightBorder": "#00000000",
            "editorInlayHint.background": "#00000000",
            "editorInlayHint.foreground": "#8c959f",
            "editorCodeLens.foreground": "#8c959f",
            "editorIndentGuide.background1": "#eaeef2",
            "editorError.foreground": "#cf222e",
            "editorWarning.foreground": "#bf8700",
            "scrollbarSlider.background": "#8c959f40",
            "scrollbarSlider.hoverBackground": "#8c959f70",
            "scrollbarSlider.activeBackground": "#8c959f90",
            "editorWidget.background": "#ffffff",
            "editorWidget.border": "#d5dae0",
            "editorHoverWidget.background": "#ffffff",
            "editorHoverWidget.border": "#d5dae0",
            "editorSuggestWidget.background": "#ffffff",
            "editorSuggestWidget.border": "#d5dae0",
            "editorSuggestWidget.selectedBackground": "#e3f1fa",
            "editorSuggestWidget.selectedForeground": "#1b1f24",
            "editorSuggestWidget.highlightForeground": "#0072b2",
            "editorSuggestWidget.focusHighlightForeground": "#0072b2",
            "widget.shadow": "#00000020",
            focusBorder: "#0072b2",
            ...brackets("#57606a"),
        },
    });
    monaco.editor.defineTheme("dync-dark", {
        base: "vs-dark",
        inherit: true,
        rules: rules({
            "": "e6edf3",
            comment: "8b949e",
            "comment.doc": "9ca5af",
            keyword: "d2a8ff",
            number: "79c0ff",
            "number.unit": "2cc295",
            string: "a5d6a7",
            type: "7cc4ee",
            class: "7cc4ee",
            struct: "7cc4ee",
            namespace: "9ca5af",
            function: "c8b6ff",
            method: "c8b6ff",
            macro: "c8b6ff",
            parameter: "f0a875",
            property: "f0a875",
            variable: "e6edf3",
            enumMember: "79c0ff",
            decorator: "9ca5af",
            operator: "9ca5af",
        }),
        colors: {
            "editor.background": "#151b23",
            "editorLineNumber.foreground": "#4d5661",
            "editorLineNumber.activeForeground": "#9ca5af",
            "editor.lineHighlightBackground": "#1b222b",
            "editor.lineHighlightBorder": "#00000000",
            "editorInlayHint.background": "#00000000",
            "editorInlayHint.foreground": "#6e7681",
            "editorCodeLens.foreground": "#6e7681",
            "editorIndentGuide.background1": "#262c36",
            "editorError.foreground": "#ff6b6b",
            "editorWarning.foreground": "#e3b341",
            "scrollbarSlider.background": "#8b949e30",
            "scrollbarSlider.hoverBackground": "#8b949e60",
            "scrollbarSlider.activeBackground": "#8b949e80",
            "editorWidget.background": "#1b222b",
            "editorWidget.border": "#36404b",
            "editorHoverWidget.background": "#1b222b",
            "editorHoverWidget.border": "#36404b",
            "editorSuggestWidget.background": "#1b222b",
            "editorSuggestWidget.border": "#36404b",
            "editorSuggestWidget.selectedBackground": "#203a4c",
            "editorSuggestWidget.selectedForeground": "#e6edf3",
            "editorSuggestWidget.highlightForeground": "#56b4e9",
            "editorSuggestWidget.focusHighlightForeground": "#56b4e9",
            "widget.shadow": "#00000060",
            focusBorder: "#56b4e9",
            ...brackets("#9ca5af"),
        },
    });
    const choose = () => monaco.editor.setTheme(dark.matches ? "dync-dark" : "dync-light");
    dark.addEventListener("change", choose);
    choose();
}

// What both editors of the page have in common.
import type { monaco } from "./monaco";

export const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
    automaticLayout: true,
    fontFamily: '"JetBrains Mono Variable", ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
    fontLigatures: false,
    fontSize: 13,
    lineHeight: 21,
    minimap: { enabled: false },
    hideCursorInOverviewRuler: true,
    overviewRulerBorder: false,
    padding: { top: 12, bottom: 12 },
    renderLineHighlight: "line",
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
    fixedOverflowWidgets: true,
    guides: { indentation: true, bracketPairs: false },
    unicodeHighlight: { ambiguousCharacters: false },
    scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
};

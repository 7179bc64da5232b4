// The editor with what the page uses of it, its worker from the page's own files.
import "monaco-editor/features/register.all.js";
// the features above hold only the colours of the lines in view
import "monaco-editor/editor/contrib/semanticTokens/browser/documentSemanticTokens.js";
import "monaco-editor/languages/definitions/java/register.js";
import * as monaco from "monaco-editor/editor/editor.api.js";

declare global {
    interface Window {
        MonacoEnvironment?: monaco.Environment;
    }
}

// A worker's address is a place where text could become script; this one is fixed.
const policy = window.trustedTypes?.createPolicy("dync-worker", { createScriptURL: (url) => url });

window.MonacoEnvironment = {
    getWorker() {
        const url = new URL("editor.js", document.baseURI).href;
        return new Worker((policy?.createScriptURL(url) ?? url) as string, { type: "module" });
    },
};

export { monaco };

// What is wrong with the text, in words, each with its fixes beside it.
import { type CodeAction, type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-protocol/browser";
import { element, part } from "../dom";
import { monaco } from "../editor/monaco";
import { type Model, toPosition, toWorkspaceEdit } from "../lsp/convert";
import { fixes } from "../lsp/features/codeActions";
import { type Diagnostics, message } from "../lsp/features/diagnostics";
import type { Server } from "../lsp/server";

/** More fixes at once would cost more than they help. */
const WITH_FIXES = 20;

export class Problems {
    private readonly list = part("list");
    private turn = 0;

    constructor(
        private readonly server: Server,
        private readonly diagnostics: Diagnostics,
        private readonly editor: monaco.editor.IStandaloneCodeEditor,
    ) {
        diagnostics.onChange((uri) => {
            if (editor.getModel()?.uri.toString() === uri) {
                this.show();
            }
        });
        editor.onDidChangeModel(() => this.show());
    }

    private sum(errors: number, warnings: number): void {
        const state = part("state");
        state.className = errors > 0 ? "error" : warnings > 0 ? "warning" : "good";
        const counts = [count(errors, "error"), count(warnings, "warning")].filter((one) => one !== "");
        state.textContent = counts.join(", ") || "No mistakes";
    }

    show(): void {
        const model = this.editor.getModel();
        const found = model ? this.diagnostics.of(model) : [];
        const turn = ++this.turn;
        const errors = found.filter((one) => (one.severity ?? DiagnosticSeverity.Error) === DiagnosticSeverity.Error);
        this.sum(errors.length, found.length - errors.length);
        this.list.replaceChildren(...found.map((problem) => this.line(problem)));
        found.slice(0, WITH_FIXES).forEach(async (problem, index) => {
            const actions = model ? await fixes(this.server, model, problem) : [];
            const line = this.list.children[index];
            if (turn === this.turn && model && line) {
                line.append(...actions.filter((one) => one.edit).map((one) => this.fix(model, one)));
            }
        });
    }

    private line(problem: Diagnostic): HTMLLIElement {
        const place = toPosition(problem.range.start);
        const go = element(
            "button",
            { type: "button", className: "problem" },
            element("span", { className: "words" }, message(problem)),
            element("span", { className: "where" }, `${place.lineNumber}:${place.column}`),
        );
        if (problem.code !== undefined) {
            go.append(element("span", { className: "code" }, String(problem.code)));
        }
        go.addEventListener("click", () => {
            this.editor.setPosition(place);
            this.editor.revealPositionInCenterIfOutsideViewport(place);
            this.editor.focus();
        });
        const warning = problem.severity !== undefined && problem.severity > DiagnosticSeverity.Error;
        return element("li", { className: warning ? "warning" : "error" }, go);
    }

    private fix(model: Model, action: CodeAction): HTMLButtonElement {
        const button = element("button", { type: "button", className: "fix" }, action.title);
        button.addEventListener("click", () => {
            const edits = action.edit && toWorkspaceEdit(action.edit)?.edits;
            const own = edits?.flatMap((edit) =>
                "textEdit" in edit && edit.resource.toString() === model.uri.toString()
                    ? [{ range: monaco.Range.lift(edit.textEdit.range), text: edit.textEdit.text }]
                    : [],
            );
            this.editor.pushUndoStop();
            this.editor.executeEdits("fix", own ?? []);
            this.editor.pushUndoStop();
            this.editor.focus();
        });
        return button;
    }
}

function count(number: number, word: string): string {
    return number === 0 ? "" : `${number} ${word}${number === 1 ? "" : "s"}`;
}

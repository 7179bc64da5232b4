// The protocol counts lines and characters from 0, the editor from 1; else they agree.
import type {
    Command,
    MarkedString,
    MarkupContent,
    Position,
    Range,
    TextDocumentIdentifier,
    TextEdit,
    WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { monaco } from "../editor/monaco";

export type Model = monaco.editor.ITextModel;

export function identifier(model: Model): TextDocumentIdentifier {
    return { uri: model.uri.toString() };
}

export function position(place: monaco.IPosition): Position {
    return { line: place.lineNumber - 1, character: place.column - 1 };
}

export function range(area: monaco.IRange): Range {
    return {
        start: { line: area.startLineNumber - 1, character: area.startColumn - 1 },
        end: { line: area.endLineNumber - 1, character: area.endColumn - 1 },
    };
}

export function toPosition(place: Position): monaco.IPosition {
    return { lineNumber: place.line + 1, column: place.character + 1 };
}

export function toRange(area: Range): monaco.IRange {
    return {
        startLineNumber: area.start.line + 1,
        startColumn: area.start.character + 1,
        endLineNumber: area.end.line + 1,
        endColumn: area.end.character + 1,
    };
}

export function toMarkdown(text: string | MarkupContent | MarkedString): monaco.IMarkdownString {
    if (typeof text === "string") {
        return { value: text };
    }
    return { value: "language" in text ? "```" + text.language + "\n" + text.value + "\n```" : text.value };
}

export function toTextEdit(edit: TextEdit): monaco.languages.TextEdit {
    return { range: toRange(edit.range), text: edit.newText };
}

export function toCommand(command: Command): monaco.languages.Command {
    return { id: command.command, title: command.title, arguments: command.arguments };
}

/** Undefined if the edit is for a text that the page does not have. */
export function toWorkspaceEdit(edit: WorkspaceEdit): monaco.languages.WorkspaceEdit | undefined {
    const edits: monaco.languages.IWorkspaceTextEdit[] = [];
    for (const [uri, changes] of byText(edit)) {
        const model = monaco.editor.getModel(monaco.Uri.parse(uri));
        if (!model) {
            return undefined;
        }
        for (const change of changes) {
            edits.push({ resource: model.uri, versionId: model.getVersionId(), textEdit: toTextEdit(change) });
        }
    }
    return { edits };
}

function byText(edit: WorkspaceEdit): [string, TextEdit[]][] {
    if (!edit.documentChanges) {
        return Object.entries(edit.changes ?? {});
    }
    return edit.documentChanges.flatMap((change) =>
        "textDocument" in change ? [[change.textDocument.uri, change.edits as TextEdit[]] as [string, TextEdit[]]] : [],
    );
}

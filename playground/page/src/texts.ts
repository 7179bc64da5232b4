// The texts that can be edited: the file of the command line, the examples, the library's models, files opened here.
import { LANGUAGE } from "./editor/language";
import { monaco } from "./editor/monaco";
import { forget, recall, remember } from "./memory";

export interface Text {
    uri: string;
    name: string;
    group: string;
    summary: string;
    /** As it came, before it was edited here. */
    original: string;
}

/** What the server says at the start. */
export interface Start {
    file?: { uri: string; name: string; text: string; version: string };
    groups: { title: string; documents: { name: string; summary: string; text: string }[] }[];
}

const OPENED = "opened";

export class Texts {
    readonly all: Text[];

    constructor(start: Start) {
        const { file } = start;
        this.all = [
            ...(file ? [{ uri: file.uri, name: file.name, group: "File", summary: "", original: file.text }] : []),
            ...(JSON.parse(recall(OPENED) ?? "[]") as Text[]),
            ...start.groups.flatMap(({ title, documents }) =>
                documents.map(({ name, summary, text }) => ({
                    uri: monaco.Uri.from({ scheme: "untitled", path: `${name}.dyn` }).toString(),
                    name,
                    group: title,
                    summary,
                    original: text,
                })),
            ),
        ];
    }

    /** The one that was open before a reload; at first the file, else the first example. */
    get first(): Text {
        return (
            this.find(recall("current")) ??
            this.all.find((text) => text.group === "File") ??
            this.all.find((text) => text.group === "Examples") ??
            this.all[0]
        );
    }

    find(uri?: string): Text | undefined {
        return this.all.find((text) => text.uri === uri);
    }

    /** A text from elsewhere. */
    add(name: string, original: string): Text {
        const base = name.replace(/\.dyn$/, "");
        const uri = monaco.Uri.from({ scheme: "untitled", path: `opened/${base}.dyn` }).toString();
        const text = { uri, name: base, group: "Opened", summary: "", original };
        const before = this.all.findIndex((one) => one.uri === uri);
        if (before >= 0) {
            this.all.splice(before, 1);
        }
        this.all.unshift(text);
        remember(OPENED, JSON.stringify(this.all.filter((one) => one.group === "Opened")));
        return text;
    }

    /** Its model in the editor, which keeps the undo history while the page stands. */
    model(text: Text): monaco.editor.ITextModel {
        remember("current", text.uri);
        const uri = monaco.Uri.parse(text.uri);
        const open = monaco.editor.getModel(uri);
        if (open) {
            return open;
        }
        const model = monaco.editor.createModel(recall(draft(text)) ?? text.original, LANGUAGE, uri);
        model.onDidChangeContent(() => this.keep(text, model));
        return model;
    }

    /** What is edited is kept for a reload; what is as it came is not. */
    keep(text: Text, model: monaco.editor.ITextModel): void {
        const value = model.getValue();
        if (value === text.original) {
            forget(draft(text));
        } else {
            remember(draft(text), value);
        }
    }
}

function draft(text: Text): string {
    return `text ${text.uri}`;
}

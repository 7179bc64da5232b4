// Writing the file that the command line named.
import { element, notice, remark } from "./dom";
import type { Start, Text, Texts } from "./texts";
import { monaco } from "./editor/monaco";

export class FileSaver {
    private version: string;

    constructor(
        private readonly texts: Texts,
        private readonly text: Text,
        file: NonNullable<Start["file"]>,
        private readonly saved: () => void,
    ) {
        this.version = file.version;
    }

    async save(model: monaco.editor.ITextModel): Promise<void> {
        const body = model.getValue();
        const answer = await fetch("file", { method: "PUT", headers: { "If-Match": this.version }, body });
        if (answer.status === 412) {
            const other = (await answer.json()) as { text: string; version: string };
            this.conflict(model, other);
            return;
        }
        if (!answer.ok) {
            notice(`${this.text.name} could not be saved: ${(await answer.text()).trim()}`);
            return;
        }
        this.settle(model, ((await answer.json()) as { version: string }).version, body);
    }

    private settle(model: monaco.editor.ITextModel, version: string, original: string): void {
        this.version = version;
        this.text.original = original;
        this.texts.keep(this.text, model);
        this.saved();
    }

    private conflict(model: monaco.editor.ITextModel, other: { text: string; version: string }): void {
        const take = element("button", { type: "button" }, "Take the file's text");
        take.addEventListener("click", () => {
            model.pushEditOperations([], [{ range: model.getFullModelRange(), text: other.text }], () => null);
            this.settle(model, other.version, other.text);
            remark("The text is the file's now; undo brings yours back.");
        });
        const keep = element("button", { type: "button" }, "Overwrite it");
        keep.addEventListener("click", () => {
            this.version = other.version;
            void this.save(model);
            remark(`${this.text.name} is overwritten.`);
        });
        notice(`${this.text.name} has been changed by another program.`, take, keep);
    }
}

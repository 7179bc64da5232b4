// The left side: one editor that shows the text, or for a while a module of the standard library.
import { part, remark, show } from "./dom";
import { monaco } from "./editor/monaco";
import { OPTIONS } from "./editor/options";
import { find, LIBRARY } from "./lsp/documents";
import type { Server } from "./lsp/server";
import type { Views } from "./panes/views";
import { FileSaver } from "./save";
import type { Start, Text, Texts } from "./texts";

type Place = monaco.IRange | monaco.IPosition;

export class Workbench {
    readonly editor = monaco.editor.create(part("editor"), {
        ...OPTIONS,
        model: null,
        "semanticHighlighting.enabled": true,
        inlayHints: { enabled: "on", fontSize: 11 },
        suggest: { showWords: false, preview: true },
        quickSuggestions: { other: true, strings: false, comments: false },
        wordBasedSuggestions: "off",
        tabSize: 4,
        ariaLabel: "Text of the model",
    });
    current: Text;
    private readonly edited = new monaco.Emitter<Text>();
    /** Fires when another text is edited. */
    readonly onEdit = this.edited.event;
    private readonly places = new Map<string, monaco.editor.ICodeEditorViewState>();
    private readonly file: FileSaver | undefined;

    constructor(
        private readonly texts: Texts,
        start: Start,
    ) {
        this.current = texts.first;
        const file = start.file && texts.find(start.file.uri);
        if (file && start.file) {
            this.file = new FileSaver(texts, file, start.file, () => this.changed());
        }
        this.buttons();
        this.editor.onDidChangeModelContent(() => this.changed());
    }

    edit(text: Text): void {
        this.leave();
        this.current = text;
        this.put(this.texts.model(text));
        this.changed();
        this.edited.fire(text);
    }

    /** What needs the server: modules of the library, and the commands of the lenses. */
    serve(server: Server, views: Views): void {
        const open = async (uri: monaco.Uri, place?: Place) => {
            const model = await find(server, uri);
            if (model) {
                this.visit(model, place);
            }
            return model !== undefined;
        };
        monaco.editor.registerEditorOpener({ openCodeEditor: (_from, uri, place) => open(uri, place) });
        monaco.editor.registerLinkOpener({ open: (uri) => uri.scheme === LIBRARY && open(uri) });
        monaco.editor.registerCommand("dync.describe", (_, _uri, model: string) => views.choose("describe", model));
        monaco.editor.registerCommand("dync.compile", (_, _uri, model: string) => views.choose("java", model));
    }

    private visit(model: monaco.editor.ITextModel, place?: Place): void {
        if (model !== this.editor.getModel()) {
            this.leave();
            this.put(model);
        }
        if (place) {
            const area = monaco.Range.lift("column" in place ? monaco.Range.fromPositions(place) : place);
            this.editor.setSelection(area);
            this.editor.revealRangeInCenterIfOutsideViewport(area);
        }
        this.editor.focus();
    }

    private leave(): void {
        const place = this.editor.saveViewState();
        const model = this.editor.getModel();
        if (place && model) {
            this.places.set(model.uri.toString(), place);
        }
    }

    private put(model: monaco.editor.ITextModel): void {
        const library = model.uri.scheme === LIBRARY;
        this.editor.setModel(model);
        this.editor.updateOptions({ readOnly: library });
        this.editor.restoreViewState(this.places.get(model.uri.toString()) ?? null);
        show(part("library"), library);
        part("module").textContent = model.uri.path.replace(/^\/|\.dyn$/g, "").replaceAll("/", ".");
    }

    private changed(): void {
        const edited = this.texts.model(this.current).getValue() !== this.current.original;
        const own = this.file !== undefined && this.current.group === "File";
        show(part("reset"), edited);
        show(part("save"), own);
        part<HTMLButtonElement>("save").disabled = !edited;
        document.title = `${edited && own ? "• " : ""}${this.current.name} – dync playground`;
    }

    private buttons(): void {
        part("back").addEventListener("click", () => this.visit(this.texts.model(this.current)));
        part("format").addEventListener(
            "click",
            () => void this.editor.getAction("editor.action.formatDocument")?.run(),
        );
        part("download").addEventListener("click", () => this.download());
        part("open").addEventListener("click", () => this.open());
        part("save").addEventListener("click", () => void this.save());
        part("reset").addEventListener("click", () => {
            const model = this.texts.model(this.current);
            model.pushEditOperations(
                [],
                [{ range: model.getFullModelRange(), text: this.current.original }],
                () => null,
            );
            remark("The text is as it came; undo brings yours back.");
        });
        window.addEventListener("keydown", (event) => {
            if (
                (event.ctrlKey || event.metaKey) &&
                !event.shiftKey &&
                !event.altKey &&
                event.key.toLowerCase() === "s"
            ) {
                event.preventDefault();
                void this.save();
            }
        });
    }

    private async save(): Promise<void> {
        if (this.file && this.current.group === "File") {
            await this.file.save(this.texts.model(this.current));
        } else {
            this.download();
        }
    }

    private download(): void {
        const text = new Blob([this.texts.model(this.current).getValue()], { type: "text/plain" });
        const link = document.createElement("a");
        link.href = URL.createObjectURL(text);
        link.download = `${this.current.name.replace(/\.dyn$/, "")}.dyn`;
        link.click();
        URL.revokeObjectURL(link.href);
    }

    private open(): void {
        const input = document.createElement("input");
        input.type = "file";
        input.accept = ".dyn";
        input.addEventListener("change", async () => {
            const chosen = input.files?.[0];
            if (chosen) {
                const text = this.texts.add(chosen.name, await chosen.text());
                monaco.editor.getModel(monaco.Uri.parse(text.uri))?.dispose();
                this.edit(text);
            }
        });
        input.click();
    }
}

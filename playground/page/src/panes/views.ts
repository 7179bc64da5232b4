// The right side: what the compiler makes of the text. While the text has errors the last that could be made stays.
import { element, part, show } from "../dom";
import { monaco } from "../editor/monaco";
import { OPTIONS } from "../editor/options";
import type { Analysed, View, ViewName } from "../lsp/dync";
import type { Server } from "../lsp/server";
import { recall, remember } from "../memory";
import { Picture } from "./picture";

/** How long nothing is typed, in milliseconds, before views are made that nobody looks at yet. */
const PAUSE = 600;

/** As the tabs are called in the page. */
type Tab = "picture" | "plan" | "describe" | "java";

export class Views {
    private readonly tabs = [...part("tabs").querySelectorAll<HTMLButtonElement>("button")];
    private readonly models = part<HTMLSelectElement>("model");
    private readonly detail = part<HTMLSelectElement>("detail");
    private readonly picture = new Picture();
    private readonly text = monaco.editor.create(part("text"), {
        ...OPTIONS,
        model: null,
        readOnly: true,
        domReadOnly: true,
        lineNumbers: "off",
        renderLineHighlight: "none",
        ariaLabel: "What the compiler makes of the text",
    });
    private tab: Tab = (recall("tab") as Tab) ?? "picture";
    private uri = "";
    private errors = 0;
    private asked = new monaco.CancellationTokenSource();
    /** The last that could be made, by text and view. */
    private readonly last = new Map<string, View>();

    constructor(private readonly server: Server) {
        this.tabs.forEach((button, index) => {
            button.addEventListener("click", () => this.choose(button.dataset.view as Tab));
            button.addEventListener("keydown", (event) => {
                const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
                if (step) {
                    const next = this.tabs[(index + step + this.tabs.length) % this.tabs.length];
                    next.focus();
                    next.click();
                }
            });
        });
        this.detail.value = recall("detail") ?? "picture";
        this.detail.addEventListener("change", () => {
            remember("detail", this.detail.value);
            void this.refresh();
        });
        this.models.addEventListener("change", () => {
            remember(`model ${this.uri}`, this.models.value);
            void this.refresh();
        });
        server.onAnalysed((result) => this.analysed(result));
        this.mark();
    }

    /** Follows another text. */
    follow(uri: string): void {
        this.uri = uri;
        this.errors = 0;
        void this.refresh();
    }

    choose(tab: Tab, model?: string): void {
        this.tab = tab;
        remember("tab", tab);
        if (model) {
            remember(`model ${this.uri}`, model);
        }
        this.mark();
        void this.refresh();
    }

    private mark(): void {
        for (const button of this.tabs) {
            const chosen = button.dataset.view === this.tab;
            button.setAttribute("aria-selected", String(chosen));
            button.tabIndex = chosen ? 0 : -1;
            if (chosen) {
                part("view").setAttribute("aria-labelledby", button.id);
            }
        }
    }

    private analysed(result: Analysed): void {
        if (result.uri !== this.uri) {
            return;
        }
        this.errors = result.errors;
        void this.refresh();
    }

    private async refresh(): Promise<void> {
        this.asked.cancel();
        this.asked = new monaco.CancellationTokenSource();
        const { uri, tab } = this;
        const view: ViewName = tab === "picture" ? (this.detail.value as ViewName) : tab;
        const model = recall(`model ${uri}`);
        const token = this.asked.token;
        const answer = await this.server.view({ textDocument: { uri }, view, model }, token);
        if (!answer || token.isCancellationRequested) {
            return;
        }
        if (answer.models.length > 0) {
            this.offer(answer);
        }
        const key = `${uri} ${view}`;
        if (answer.content !== undefined) {
            this.last.set(key, answer);
            this.put(answer, tab);
            this.stale("");
            void this.prepare(uri, model, token);
        } else {
            const before = this.last.get(key);
            if (before) {
                this.put(before, tab);
                this.stale(`From before the ${this.errors === 1 ? "error" : "errors"} in the text`);
            } else {
                this.nothing(answer.problem ?? "there is no model in the text");
            }
        }
    }

    /** Keeps the other views of a text that can be compiled, for the time when it has errors. */
    private async prepare(uri: string, model: string | undefined, token: monaco.CancellationToken): Promise<void> {
        await new Promise((done) => setTimeout(done, PAUSE));
        for (const view of [this.detail.value as ViewName, "plan", "describe", "java"] as ViewName[]) {
            const answer = token.isCancellationRequested
                ? undefined
                : await this.server.view({ textDocument: { uri }, view, model }, token);
            if (answer?.content !== undefined) {
                this.last.set(`${uri} ${view}`, answer);
            }
        }
    }

    private offer(answer: View): void {
        this.models.replaceChildren(...answer.models.map((name) => element("option", { value: name }, name)));
        this.models.value = answer.model;
        show(part("models"), answer.models.length > 1);
    }

    private put(view: View, tab: Tab): void {
        show(part("picture"), tab === "picture");
        show(part("text"), tab !== "picture");
        show(part("nothing"), false);
        const content = view.content ?? "";
        if (tab === "picture") {
            this.picture.show(content, view.model);
        } else if (
            this.text.getModel()?.getValue() !== content ||
            this.text.getModel()?.getLanguageId() !== view.format
        ) {
            const place = this.text.saveViewState();
            this.text.getModel()?.dispose();
            this.text.setModel(monaco.editor.createModel(content, view.format === "java" ? "java" : "plaintext"));
            this.text.restoreViewState(place);
        }
    }

    private stale(why: string): void {
        part("view").classList.toggle("stale", why !== "");
        part("stale").textContent = why;
        show(part("stale"), why !== "");
    }

    private nothing(why: string): void {
        show(part("picture"), false);
        show(part("text"), false);
        this.stale("");
        part("nothing").textContent = `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
        show(part("nothing"), true);
    }
}

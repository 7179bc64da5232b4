import {randomBytes} from "node:crypto"
import {basename} from "node:path"
import * as vscode from "vscode"
import type {Server} from "../server/server"
import type {ViewName} from "../server/protocol"
import {page} from "./page"
import {answered, chosen, empty, modelToAsk, type Shown} from "./state"

interface Kept { readonly uri: string, readonly view: ViewName, readonly model: string }
type Told = {readonly view: ViewName, readonly model: string} | {readonly ready: true}

/** The previews beside texts, one a text, which follow what is typed. */
export class Previews implements vscode.WebviewPanelSerializer<Kept> {
    static readonly TYPE = "dync.preview"
    private readonly open = new Map<string, Preview>()

    constructor(private readonly server: Server, private readonly extension: vscode.Uri) {}

    /** Shows a model of a text beside it; the text's first where none is said. */
    show(uri: vscode.Uri, model: string | undefined): void {
        const known = this.open.get(uri.toString())
        if (known !== undefined) {
            known.reveal(model)
            return
        }
        const panel = vscode.window.createWebviewPanel(Previews.TYPE, title(uri),
            {viewColumn: vscode.ViewColumn.Beside, preserveFocus: true}, this.options())
        this.add(uri, panel, empty(model))
    }

    deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: Kept | undefined): Promise<void> {
        if (kept?.uri === undefined) {
            panel.dispose()
            return Promise.resolve()
        }
        panel.webview.options = this.options()
        this.add(vscode.Uri.parse(kept.uri), panel, chosen(empty(), kept.view, kept.model))
        return Promise.resolve()
    }

    private add(uri: vscode.Uri, panel: vscode.WebviewPanel, shown: Shown): void {
        const preview = new Preview(this.server, uri, panel, this.extension, shown)
        this.open.set(uri.toString(), preview)
        panel.onDidDispose(() => { this.open.delete(uri.toString()) })
    }

    private options(): vscode.WebviewOptions {
        return {enableScripts: true, enableCommandUris: false,
            localResourceRoots: [vscode.Uri.joinPath(this.extension, "out"), vscode.Uri.joinPath(this.extension, "media")]}
    }
}

/** One preview. What it shows is decided in {@link Shown}; here it is asked for and sent to the page. */
class Preview {
    private asked = 0

    constructor(
        private readonly server: Server,
        private readonly uri: vscode.Uri,
        private readonly panel: vscode.WebviewPanel,
        extension: vscode.Uri,
        private shown: Shown,
    ) {
        const {webview} = panel
        const at = (...path: string[]): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString()
        panel.iconPath = vscode.Uri.joinPath(extension, "images", "file.svg")
        const listening = [
            webview.onDidReceiveMessage((told: Told) => { this.told(told) }),
            server.onAnalysed(analysed => {
                if (analysed.uri === uri.toString()) void this.ask(modelToAsk(this.shown, analysed.models))
            }),
            server.onState(state => { if (state.kind === "running") void this.ask(this.shown.model) }),
            panel.onDidChangeViewState(() => { if (panel.visible) this.send() }),
        ]
        panel.onDidDispose(() => { for (const each of listening) each.dispose() })
        webview.html = page({
            nonce: randomBytes(16).toString("hex"),
            source: webview.cspSource,
            script: at("out", "preview.js"),
            style: at("media", "preview.css"),
            title: title(uri),
        })
    }

    reveal(model: string | undefined): void {
        this.panel.reveal(undefined, true)
        if (model !== undefined) this.told({view: this.shown.view, model})
    }

    private told(told: Told): void {
        if ("ready" in told) {
            this.send()
            void this.ask(this.shown.model)
            return
        }
        this.shown = chosen(this.shown, told.view, told.model)
        this.send()
        void this.ask(told.model)
    }

    private async ask(model: string): Promise<void> {
        const mine = ++this.asked
        this.shown = chosen(this.shown, this.shown.view, model)
        // the server knows open texts only; opening shows nothing
        await vscode.workspace.openTextDocument(this.uri)
        const answer = await this.server.view(this.uri, this.shown.view, model)
        if (answer === undefined || mine !== this.asked) return
        this.shown = answered(this.shown, answer)
        this.send()
    }

    private send(): void {
        void this.panel.webview.postMessage({...this.shown, uri: this.uri.toString()})
    }
}

const title = (uri: vscode.Uri): string => `Preview ${basename(uri.path)}`

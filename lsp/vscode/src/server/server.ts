import * as vscode from "vscode"
import {type Executable, LanguageClient, type LanguageClientOptions, State as ClientState} from "vscode-languageclient/node"
import type {Explanations} from "../commands/explain"
import {findJavaHere} from "../java/machine"
import type {Analysed, View, ViewName} from "./protocol"
import {Recovery} from "./recovery"
import type {State} from "./status"
import {ownTokens} from "./tokens"

const NOT_STARTED = "the dync server could not be started; the output says why"

/** The language server: found a Java for, started, asked, and started again when its settings change. */
export class Server implements vscode.Disposable {
    private readonly output = vscode.window.createOutputChannel("dync", {log: true})
    private readonly trace = vscode.window.createOutputChannel("dync trace", {log: true})
    private readonly states = new vscode.EventEmitter<State>()
    private readonly looks = new vscode.EventEmitter<Analysed>()
    private readonly known = new Map<string, Analysed>()
    private client: LanguageClient | undefined
    private now: State = {kind: "stopped"}
    /** Starts and stops one after another, however fast they are asked for. */
    private turn: Promise<void> = Promise.resolve()

    readonly onState = this.states.event
    readonly onAnalysed = this.looks.event

    constructor(private readonly jar: string, private readonly explanations: Explanations) {}

    get state(): State {
        return this.now
    }

    start(): Promise<void> {
        return this.next(() => this.begin())
    }

    stop(): Promise<void> {
        return this.next(() => this.end())
    }

    restart(): Promise<void> {
        return this.next(async () => {
            await this.end()
            await this.begin()
        })
    }

    /** Tells the server that settings have changed; it asks for them itself. */
    async configure(): Promise<void> {
        if (this.now.kind === "running") {
            await this.client?.sendNotification("workspace/didChangeConfiguration", {settings: null})
        }
    }

    /** What was found at the last look at a text. */
    analysed(uri: vscode.Uri): Analysed | undefined {
        return this.known.get(uri.toString())
    }

    /** A model of an open text, its first where the name is empty; undefined where the server does not run. */
    async view(uri: vscode.Uri, view: ViewName, model: string): Promise<View | undefined> {
        if (this.now.kind !== "running" || this.client === undefined) return undefined
        const textDocument = {uri: this.client.code2ProtocolConverter.asUri(uri)}
        try {
            return await this.client.sendRequest<View>("dync/view", {textDocument, view, model})
        } catch (refused) {
            const problem = refused instanceof Error ? refused.message : String(refused)
            return {models: [], model, view, format: "text", problem}
        }
    }

    showOutput(): void {
        this.output.show(true)
    }

    dispose(): void {
        void this.stop().finally(() => {
            for (const each of [this.output, this.trace, this.states, this.looks]) each.dispose()
        })
    }

    private next(work: () => Promise<void>): Promise<void> {
        this.turn = this.turn.then(work, work)
        return this.turn
    }

    private async begin(): Promise<void> {
        this.enter({kind: "starting"})
        const settings = vscode.workspace.getConfiguration("dync.java")
        const java = await findJavaHere(settings.get("home", ""))
        if (java.kind === "missing") {
            this.fail(java.why)
            void this.offerSettings(java.why)
            return
        }
        this.output.info(`Java ${java.version} (${java.from}): ${java.path}`)
        const command: Executable = {command: java.path, args: [...settings.get<string[]>("options", []), "-jar", this.jar]}
        const recovery = new Recovery()
        const client = new LanguageClient("dync", "dync", command, this.options(recovery))
        recovery.watch(client)
        client.registerFeature(ownTokens)
        client.onNotification("dync/analysed", (analysed: Analysed) => { this.looked(client, analysed) })
        client.onDidChangeState(({newState}) => { if (client === this.client) this.follow(newState) })
        this.client = client
        try {
            await client.start()
        } catch (failure) {
            this.output.debug(String(failure))
            if (this.now.kind !== "failed") this.fail(NOT_STARTED)
        }
    }

    private async end(): Promise<void> {
        const client = this.client
        this.client = undefined
        this.known.clear()
        if (client !== undefined) {
            // one that did not start cannot be stopped in order; what it holds is let go all the same
            await client.dispose().catch((failure: unknown) => { this.output.debug(String(failure)) })
        }
        this.enter({kind: "stopped"})
    }

    private options(errorHandler: Recovery): LanguageClientOptions {
        return {
            documentSelector: [{language: "dyn"}],
            initializationOptions: {commands: ["dync.describe", "dync.compile", "dync.train"], analysed: true},
            outputChannel: this.output,
            errorHandler,
            initializationFailedHandler: () => false,
            traceOutputChannel: this.trace,
            middleware: {
                handleDiagnostics: (uri, diagnostics, next) => {
                    next(uri, diagnostics.map(each => this.explanations.linked(each)))
                },
                provideDiagnostics: async (document, previous, token, next) => {
                    const report = await next(document, previous, token)
                    if (report !== null && report !== undefined && "items" in report) {
                        for (const each of report.items) this.explanations.linked(each)
                    }
                    return report
                },
            },
        }
    }

    private looked(client: LanguageClient, analysed: Analysed): void {
        // a client and its server may write one address in two ways
        const uri = client.protocol2CodeConverter.asUri(analysed.uri).toString()
        const found = {...analysed, uri}
        this.known.set(uri, found)
        this.looks.fire(found)
    }

    private follow(state: ClientState): void {
        switch (state) {
            case ClientState.Running:
                this.enter({kind: "running"})
                break
            case ClientState.Starting:
                this.enter({kind: "starting"})
                break
            case ClientState.Stopped:
                this.known.clear()
                this.enter({kind: "stopped"})
                break
            case ClientState.StartFailed:
                this.fail(NOT_STARTED)
                break
        }
    }

    private fail(why: string): void {
        this.output.error(why)
        this.enter({kind: "failed", why})
    }

    private enter(state: State): void {
        this.now = state
        this.states.fire(state)
    }

    private async offerSettings(why: string): Promise<void> {
        const choice = await vscode.window.showErrorMessage(why, "Open Settings", "Try Again")
        if (choice === "Open Settings") await vscode.commands.executeCommand("workbench.action.openSettings", "dync.java.home")
        else if (choice === "Try Again") await this.restart()
    }
}

// A language client that nobody here wrote: the protocol library of VS Code over the pipes of a spawned server.
import {spawn} from "node:child_process"
import {createProtocolConnection, StreamMessageReader, StreamMessageWriter} from "vscode-languageserver-protocol/node"
import * as lsp from "vscode-languageserver-protocol"

/** What a text that is sent to the server is called. */
export const URI = "file:///models/ventral.dyn"

export class Client {
    private readonly published = new Map<string, lsp.PublishDiagnosticsParams>()
    private waiting: (() => void)[] = []
    private readonly refreshing: (() => void)[] = []
    private settings: object = {}

    private constructor(
        private readonly connection: lsp.ProtocolConnection,
        private readonly ended: Promise<number | null>,
        readonly capabilities: lsp.ServerCapabilities,
    ) {}

    /** Starts the server in the jar and greets it as an editor does. */
    static async start(jar: string, options: object = {}): Promise<Client> {
        const server = spawn("java", ["-jar", jar, "--stdio"], {stdio: ["pipe", "pipe", "inherit"]})
        const ended = new Promise<number | null>(resolve => { server.on("exit", resolve) })
        const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
        connection.onRequest(lsp.RegistrationRequest.type, () => undefined)
        connection.onRequest(lsp.CodeLensRefreshRequest.type, () => undefined)
        connection.onRequest(lsp.SemanticTokensRefreshRequest.type, () => undefined)
        connection.onUnhandledNotification(() => undefined)
        connection.listen()
        const answer = await connection.sendRequest(lsp.InitializeRequest.type, {
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol wants it said
            rootUri: null,
            processId: process.pid, workspaceFolders: null, capabilities: CAPABILITIES, initializationOptions: options,
        })
        const client = new Client(connection, ended, answer.capabilities)
        connection.onRequest(lsp.ConfigurationRequest.type, ({items}) => items.map(() => client.settings))
        connection.onRequest(lsp.InlayHintRefreshRequest.type, () => {
            for (const wake of client.refreshing.splice(0)) wake()
        })
        connection.onNotification(lsp.PublishDiagnosticsNotification.type, told => {
            client.published.set(told.uri, told)
            for (const wake of client.waiting.splice(0)) wake()
        })
        await connection.sendNotification(lsp.InitializedNotification.type, {})
        return client
    }

    open(text: string, uri = URI): Promise<void> {
        return this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type,
            {textDocument: {uri, languageId: "dyn", version: 1, text}})
    }

    change(version: number, changes: lsp.TextDocumentContentChangeEvent[], uri = URI): Promise<void> {
        return this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type,
            {textDocument: {uri, version}, contentChanges: changes})
    }

    /** What is wrong in that version of a text; waits until the server has said so. */
    async diagnostics(version: number, uri = URI): Promise<lsp.Diagnostic[]> {
        for (;;) {
            const known = this.published.get(uri)
            if (known?.version === version) return known.diagnostics
            await new Promise<void>(resolve => { this.waiting.push(resolve) })
        }
    }

    /** Changes the user's settings, and waits until the server wants its hints asked for again. */
    async configure(settings: object): Promise<void> {
        this.settings = settings
        const refreshed = new Promise<void>(resolve => { this.refreshing.push(resolve) })
        await this.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, {settings: null})
        await refreshed
    }

    ask<P, R, PR, E, RO>(type: lsp.ProtocolRequestType<P, R, PR, E, RO>, params: P): Promise<R> {
        return this.connection.sendRequest<R>(type.method, params)
    }

    /** A request that is not of the protocol. */
    askOwn<R>(method: string, params: object): Promise<R> {
        return this.connection.sendRequest<R>(method, params)
    }

    /** Says goodbye in order; the exit code of the server. */
    async stop(): Promise<number | null> {
        await this.connection.sendRequest(lsp.ShutdownRequest.type)
        await this.connection.sendNotification(lsp.ExitNotification.type)
        const code = await this.ended
        this.connection.dispose()
        return code
    }
}

/** The text with the edits in it. */
export function edited(text: string, edits: readonly lsp.TextEdit[]): string {
    const starts = [0]
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
    const offset = ({line, character}: lsp.Position): number => (starts[line] ?? text.length) + character
    return [...edits].sort((one, other) => offset(other.range.start) - offset(one.range.start))
        .reduce((now, {range, newText}) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)), text)
}

/** The position of the first character of `found`, or of the one `behind` it. */
export function position(text: string, found: string, behind = 0): lsp.Position {
    const at = text.indexOf(found)
    if (at < 0) throw new Error(`${found} is not in the text`)
    const before = text.slice(0, at + behind).split("\n")
    return {line: before.length - 1, character: before.at(-1)?.length ?? 0}
}

const CAPABILITIES: lsp.ClientCapabilities = {
    general: {positionEncodings: ["utf-16"]},
    workspace: {configuration: true, applyEdit: true, workspaceEdit: {documentChanges: true},
        didChangeWatchedFiles: {dynamicRegistration: true}, inlayHint: {refreshSupport: true}},
    textDocument: {
        publishDiagnostics: {versionSupport: true, relatedInformation: true},
        completion: {completionItem: {snippetSupport: true, documentationFormat: ["markdown"]}},
        hover: {contentFormat: ["markdown"]},
        rename: {prepareSupport: true},
        codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ["quickfix"]}}},
        semanticTokens: {requests: {full: true}, tokenTypes: Object.values(lsp.SemanticTokenTypes), tokenModifiers: [],
            formats: ["relative"]},
    },
}

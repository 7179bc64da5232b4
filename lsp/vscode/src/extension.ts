import * as vscode from "vscode"
import {commands} from "./commands/commands"
import {Explanations} from "./commands/explain"
import {GeneratedJava} from "./commands/generated"
import {Previews} from "./preview/preview"
import {Server} from "./server/server"
import {statusItem} from "./server/statusItem"

let running: Server | undefined

export async function activate(context: vscode.ExtensionContext): Promise<void> {
    const explanations = new Explanations(context.asAbsolutePath("explain"))
    const server = new Server(context.asAbsolutePath("server/dync-lsp.jar"), explanations)
    const previews = new Previews(server, context.extensionUri)
    const java = new GeneratedJava(server)
    running = server
    context.subscriptions.push(
        server,
        statusItem(server),
        commands({server, previews, java, explanations}),
        vscode.workspace.registerTextDocumentContentProvider(GeneratedJava.SCHEME, java),
        vscode.workspace.registerTextDocumentContentProvider(Explanations.SCHEME, explanations),
        vscode.window.registerWebviewPanelSerializer(Previews.TYPE, previews),
        vscode.workspace.onDidChangeConfiguration(event => {
            if (event.affectsConfiguration("dync.java")) void server.restart()
            else if (event.affectsConfiguration("dync")) void server.configure()
        }),
    )
    await server.start()
}

export async function deactivate(): Promise<void> {
    await running?.stop()
}

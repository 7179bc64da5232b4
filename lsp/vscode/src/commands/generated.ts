import {basename} from "node:path"
import * as vscode from "vscode"
import type {Server} from "../server/server"
import {generatedText} from "./generatedText"

/**
 * The Java that models become, as documents that cannot be edited and follow the text. The address of one is
 * `dync-java:/FILE/MODEL.java?ADDRESS OF THE TEXT`.
 */
export class GeneratedJava implements vscode.TextDocumentContentProvider {
    static readonly SCHEME = "dync-java"
    private readonly changed = new vscode.EventEmitter<vscode.Uri>()
    private readonly lastGood = new Map<string, string>()
    readonly onDidChange = this.changed.event

    constructor(private readonly server: Server) {
        server.onAnalysed(analysed => {
            for (const document of vscode.workspace.textDocuments) {
                if (document.uri.scheme === GeneratedJava.SCHEME && document.uri.query === analysed.uri) {
                    this.changed.fire(document.uri)
                }
            }
        })
        vscode.workspace.onDidCloseTextDocument(document => { this.lastGood.delete(document.uri.toString()) })
    }

    static uri(source: vscode.Uri, model: string): vscode.Uri {
        return vscode.Uri.from({scheme: GeneratedJava.SCHEME, path: `/${basename(source.path, ".dyn")}/${model}.java`,
            query: source.toString()})
    }

    async show(source: vscode.Uri, model: string): Promise<void> {
        const document = await vscode.workspace.openTextDocument(GeneratedJava.uri(source, model))
        await vscode.window.showTextDocument(document, {viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true})
    }

    async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
        const source = vscode.Uri.parse(uri.query, true)
        await vscode.workspace.openTextDocument(source)
        const answer = await this.server.view(source, "java", basename(uri.path, ".java"))
        if (typeof answer?.content === "string") this.lastGood.set(uri.toString(), answer.content)
        return generatedText(answer, this.lastGood.get(uri.toString()))
    }
}

import {existsSync, readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import * as vscode from "vscode"

/** The pages behind the codes of messages, as they come with the extension: the same as `dync explain CODE` prints. */
export class Explanations implements vscode.TextDocumentContentProvider {
    static readonly SCHEME = "dync-explain"

    constructor(private readonly folder: string) {}

    /** The diagnostic with its code as a link to the page about it. */
    linked(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
        const {code} = diagnostic
        const value = typeof code === "object" ? code.value : code
        if (typeof value === "string" && this.has(value)) {
            const target = vscode.Uri.parse(`command:dync.explain?${encodeURIComponent(JSON.stringify([value]))}`)
            diagnostic.code = {value, target}
        }
        return diagnostic
    }

    /** Explains the code that is given, else the one of the message at the caret, else one that is picked. */
    async show(code: unknown): Promise<void> {
        const wanted = typeof code === "string" ? code : this.atCaret() ?? await this.pick()
        if (wanted === undefined) return
        if (!this.has(wanted)) {
            void vscode.window.showWarningMessage(`there is no message with the code ${wanted}`)
            return
        }
        await vscode.commands.executeCommand("markdown.showPreviewToSide",
            vscode.Uri.from({scheme: Explanations.SCHEME, path: `/${wanted}.md`}))
    }

    provideTextDocumentContent(uri: vscode.Uri): string {
        const code = uri.path.slice(1, -".md".length)
        return this.has(code) ? readFileSync(join(this.folder, `${code}.md`), "utf8") : `there is no message ${code}\n`
    }

    private has(code: string): boolean {
        return /^DYN\d{4}$/.test(code) && existsSync(join(this.folder, `${code}.md`))
    }

    private atCaret(): string | undefined {
        const editor = vscode.window.activeTextEditor
        if (editor === undefined) return undefined
        const line = editor.selection.active.line
        const here = vscode.languages.getDiagnostics(editor.document.uri)
            .filter(each => each.range.start.line <= line && line <= each.range.end.line)
            .sort((one, other) => Number(other.range.contains(editor.selection.active)) - Number(one.range.contains(editor.selection.active)))
        const code = here[0]?.code
        return code === undefined ? undefined : String(typeof code === "object" ? code.value : code)
    }

    private async pick(): Promise<string | undefined> {
        const pages = readdirSync(this.folder).filter(name => /^DYN\d{4}\.md$/.test(name)).sort().map(name => {
            const [title = ""] = readFileSync(join(this.folder, name), "utf8").split("\n")
            const [, label = "", description = ""] = /^# (DYN\d{4}): (.*)/.exec(title) ?? []
            return {label, description}
        })
        return (await vscode.window.showQuickPick(pages, {placeHolder: "which message", matchOnDescription: true}))?.label
    }
}

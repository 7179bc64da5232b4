import {dirname} from "node:path"
import * as vscode from "vscode"
import type {Previews} from "../preview/preview"
import type {Server} from "../server/server"
import {counted} from "../server/status"
import type {Explanations} from "./explain"
import type {GeneratedJava} from "./generated"
import {shellOf, trainLine} from "./train"

export interface Parts {
    readonly server: Server
    readonly previews: Previews
    readonly java: GeneratedJava
    readonly explanations: Explanations
}

/** All commands. Lenses give the text's address and the model, menus the address, keys nothing: then it is the text in front. */
export function commands({server, previews, java, explanations}: Parts): vscode.Disposable {
    const on = (name: string, run: (target: vscode.Uri, model: string | undefined) => unknown): vscode.Disposable =>
        vscode.commands.registerCommand(name, (uri?: unknown, model?: unknown) => {
            const target = addressOf(uri)
            if (target === undefined) {
                void vscode.window.showInformationMessage("open a .dyn file first")
                return undefined
            }
            return run(target, typeof model === "string" ? model : undefined)
        })
    return vscode.Disposable.from(
        on("dync.check", uri => check(server, uri)),
        on("dync.describe", (uri, model) => { previews.show(uri, model) }),
        on("dync.compile", async (uri, model) => {
            const chosen = model ?? await chooseModel(server, uri)
            if (chosen !== undefined) await java.show(uri, chosen)
        }),
        on("dync.train", async (uri, model) => {
            const chosen = model ?? await chooseModel(server, uri)
            if (chosen !== undefined) await train(uri, chosen)
        }),
        vscode.commands.registerCommand("dync.explain", (code?: unknown) => explanations.show(code)),
        vscode.commands.registerCommand("dync.restart", () => server.restart()),
        vscode.commands.registerCommand("dync.showOutput", () => { server.showOutput() }),
    )
}

function addressOf(given: unknown): vscode.Uri | undefined {
    if (given instanceof vscode.Uri) return given
    if (typeof given === "string") return vscode.Uri.parse(given, true)
    const document = vscode.window.activeTextEditor?.document
    return document?.languageId === "dyn" ? document.uri : undefined
}

/** Its only model, or the one that is picked. */
async function chooseModel(server: Server, uri: vscode.Uri): Promise<string | undefined> {
    await vscode.workspace.openTextDocument(uri)
    const answer = await server.view(uri, "describe", "")
    if (answer === undefined) {
        void vscode.window.showErrorMessage("the dync server does not run")
        return undefined
    }
    if (answer.models.length === 0) void vscode.window.showInformationMessage(answer.problem ?? "there is no model in this file")
    return answer.models.length < 2
        ? answer.models[0]
        : vscode.window.showQuickPick(answer.models, {placeHolder: "which model"})
}

async function check(server: Server, uri: vscode.Uri): Promise<void> {
    const found = server.analysed(uri)
    if (found === undefined) {
        void vscode.window.showInformationMessage("the file has not been analysed yet")
        return
    }
    if (found.errors + found.warnings > 0) await vscode.commands.executeCommand("workbench.actions.view.problems")
    const said = `${counted(found.errors, "error")}, ${counted(found.warnings, "warning")}, ${counted(found.models.length, "model")}`
    vscode.window.setStatusBarMessage(`dync: ${said}`, 5000)
}

async function train(uri: vscode.Uri, model: string): Promise<void> {
    if (uri.scheme !== "file") {
        void vscode.window.showInformationMessage("save the file first: training reads it from the disk")
        return
    }
    const document = await vscode.workspace.openTextDocument(uri)
    if (document.isDirty && !await document.save()) return
    const command = vscode.workspace.getConfiguration("dync", uri).get("command", "dync")
    const cwd = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? dirname(uri.fsPath)
    const terminal = vscode.window.createTerminal({name: `train ${model}`, cwd})
    terminal.show(true)
    terminal.sendText(trainLine(command, uri.fsPath, model, shellOf(vscode.env.shell)))
}

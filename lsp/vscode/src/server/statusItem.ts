import * as vscode from "vscode"
import type {Server} from "./server"
import {statusOf} from "./status"

/** The item of the status bar, beside .dyn files and wherever the server is in trouble. */
export function statusItem(server: Server): vscode.Disposable {
    const item = vscode.window.createStatusBarItem("dync.status", vscode.StatusBarAlignment.Right, 90)
    item.name = "dync"
    const show = (): void => {
        const document = vscode.window.activeTextEditor?.document
        const inFront = document?.languageId === "dyn" ? document : undefined
        const status = statusOf(server.state, inFront === undefined ? undefined : server.analysed(inFront.uri))
        item.text = status.text
        item.tooltip = status.tooltip
        item.command = status.command
        item.backgroundColor = status.severity === "error"
            ? new vscode.ThemeColor("statusBarItem.errorBackground")
            : undefined
        if (inFront !== undefined || status.severity === "error") item.show()
        else item.hide()
    }
    show()
    return vscode.Disposable.from(
        item,
        server.onState(show),
        server.onAnalysed(show),
        vscode.window.onDidChangeActiveTextEditor(show),
    )
}

import type {Analysed} from "./protocol"

/** What the server is doing. */
export type State =
    | {readonly kind: "starting"}
    | {readonly kind: "running"}
    | {readonly kind: "stopped"}
    | {readonly kind: "failed", readonly why: string}

/** What the status bar shows. */
export interface Status {
    readonly text: string
    readonly tooltip: string
    readonly command: string
    readonly severity: "none" | "error"
}

/** `1 error`, `2 errors`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`

/** The state of the server; while it runs, that of the file in front. */
export function statusOf(state: State, file: Analysed | undefined): Status {
    switch (state.kind) {
        case "starting":
            return {text: "$(sync~spin) dync", tooltip: "the dync server is starting", command: "dync.showOutput", severity: "none"}
        case "stopped":
            return {text: "$(circle-slash) dync", tooltip: "the dync server does not run; click to start it",
                command: "dync.restart", severity: "error"}
        case "failed":
            return {text: "$(error) dync", tooltip: `${state.why}; click to try again`, command: "dync.restart", severity: "error"}
        case "running":
            return {text: ofFile(file), tooltip: tip(file), command: "dync.check", severity: "none"}
    }
}

function ofFile(file: Analysed | undefined): string {
    if (file === undefined) return "dync"
    if (file.errors > 0) return `$(error) dync: ${counted(file.errors, "error")}`
    const models = file.models.length === 0 ? "ok" : `${counted(file.models.length, "model")} ok`
    return `$(check) dync: ${models}${file.warnings > 0 ? `, ${counted(file.warnings, "warning")}` : ""}`
}

function tip(file: Analysed | undefined): string {
    return file === undefined || file.models.length === 0
        ? "the dync server runs"
        : `the dync server runs; models: ${file.models.join(", ")}`
}

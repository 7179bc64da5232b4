// What the server says beyond the protocol; docs/editors.md describes it.

/** What a model can be shown as. */
export type ViewName = "picture" | "wiring" | "unrolled" | "describe" | "graph" | "plan" | "java"

/** The answer of `dync/view`. Where there is no content, `problem` says why. */
export interface View {
    readonly models: readonly string[]
    readonly model: string
    readonly view: ViewName
    readonly format: "svg" | "text" | "java"
    readonly content?: string | null
    readonly problem?: string | null
}

/** What `dync/analysed` tells after each look at a text. */
export interface Analysed {
    readonly uri: string
    readonly version: number
    readonly errors: number
    readonly warnings: number
    readonly models: readonly string[]
}

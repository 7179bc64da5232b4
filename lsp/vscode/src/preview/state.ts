import type {View, ViewName} from "../server/protocol"

/** The tabs of the preview, in their order. */
export const TABS: readonly {readonly view: ViewName, readonly title: string, readonly tip: string}[] = [
    {view: "picture", title: "Picture", tip: "the wiring, and the network unrolled in time"},
    {view: "wiring", title: "Wiring", tip: "areas and who drives whom"},
    {view: "unrolled", title: "In time", tip: "which step of which area reaches which"},
    {view: "describe", title: "Describe", tip: "shapes, costs, delays, bridges and latency in words"},
    {view: "plan", title: "Plan", tip: "when each operation runs, and what was saved"},
]

/** What the preview shows. It is sent to its page as it is. */
export interface Shown {
    readonly view: ViewName
    /** The model that the user chose, else the one that is shown. */
    readonly model: string
    readonly models: readonly string[]
    readonly format: View["format"]
    /** The last good picture or text of this view and model, if there has been one. */
    readonly content: string | undefined
    /** Why `content` is not what the text says now. */
    readonly problem: string | undefined
}

export const empty = (model = ""): Shown =>
    ({view: "picture", model, models: [], format: "svg", content: undefined, problem: undefined})

/** Another tab or model: what was shown of the old one is no picture of the new one. */
export function chosen(shown: Shown, view: ViewName, model: string): Shown {
    return view === shown.view && model === shown.model
        ? shown
        : {...shown, view, model, content: undefined, problem: undefined}
}

/**
 * An answer of the server. One for another tab or model is too late and changes nothing; one without content keeps the
 * last good one and says why it is old.
 */
export function answered(shown: Shown, answer: View): Shown {
    if (answer.view !== shown.view || (shown.model !== "" && answer.model !== shown.model)) return shown
    const common = {view: answer.view, model: answer.model, format: answer.format}
    if (typeof answer.content === "string") {
        return {...common, models: answer.models, content: answer.content, problem: undefined}
    }
    // where the text cannot be read, its models are those that it had
    const models = answer.models.length === 0 ? shown.models : answer.models
    return {...common, models, content: shown.content, problem: answer.problem ?? "there is nothing to show"}
}

/** The model to ask for: the chosen one as long as the text has it, else whatever comes first. */
export function modelToAsk(shown: Shown, models: readonly string[]): string {
    return models.length === 0 || models.includes(shown.model) ? shown.model : (models[0] ?? "")
}

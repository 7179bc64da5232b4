// The page of the preview: draws what the extension sends, and tells it what the user chose.
import type {ViewName} from "../src/server/protocol"
import {TABS, type Shown} from "../src/preview/state"
import {dress, picture} from "./picture"

interface Host {
    postMessage(message: {view: ViewName, model: string} | {ready: true}): void
    getState(): State | undefined
    setState(state: State): void
}

/** What the editor keeps of the page when the window is closed; the extension reads all of it but the zoom. */
interface State {
    readonly zoom: number
    readonly uri: string
    readonly view: ViewName
    readonly model: string
}
declare function acquireVsCodeApi(): Host

const host = acquireVsCodeApi()
const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement
const tabs = element("tabs")
const chooser = element("chooser")
const models = element("models") as HTMLSelectElement
const problem = element("problem")
const content = element("content")
const zoomGroup = element("zoom")
let shown: (Shown & {readonly uri: string}) | undefined
/** 0 fits the width of the page. */
let zoom = host.getState()?.zoom ?? 0

for (const {view, title, tip} of TABS) {
    const button = document.createElement("button")
    button.textContent = title
    button.title = tip
    button.setAttribute("role", "tab")
    button.dataset["view"] = view
    button.addEventListener("click", () => { choose(view, shown?.model ?? "") })
    tabs.append(button)
}
tabs.addEventListener("keydown", event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key]
    const at = TABS.findIndex(tab => tab.view === shown?.view)
    const next = step === undefined ? undefined : TABS[(at + step + TABS.length) % TABS.length]
    if (next === undefined) return
    choose(next.view, shown?.model ?? "")
    tabs.querySelector<HTMLButtonElement>(`[data-view="${next.view}"]`)?.focus()
})
models.addEventListener("change", () => { choose(shown?.view ?? "picture", models.value) })
element("smaller").addEventListener("click", () => { setZoom((zoom === 0 ? drawnScale() : zoom) / 1.25) })
element("larger").addEventListener("click", () => { setZoom((zoom === 0 ? drawnScale() : zoom) * 1.25) })
element("fit").addEventListener("click", () => { setZoom(0) })
window.addEventListener("message", (event: MessageEvent<Shown & {readonly uri: string}>) => { show(event.data) })
new MutationObserver(() => { dress(isDark()) }).observe(document.body, {attributes: true, attributeFilter: ["class"]})
host.postMessage({ready: true})

function choose(view: ViewName, model: string): void {
    host.postMessage({view, model})
}

function show(next: Shown & {readonly uri: string}): void {
    const redraw = shown?.content !== next.content || shown?.format !== next.format
    shown = next
    keep()
    for (const button of tabs.querySelectorAll("button")) {
        const selected = button.dataset["view"] === next.view
        button.setAttribute("aria-selected", String(selected))
        button.tabIndex = selected ? 0 : -1
    }
    chooser.hidden = next.models.length < 2
    models.replaceChildren(...next.models.map(name => new Option(name, name, false, name === next.model)))
    problem.hidden = next.problem === undefined
    problem.textContent = next.problem === undefined ? ""
        : next.content === undefined ? next.problem : `${next.problem}. This is what the model was before.`
    content.classList.toggle("old", next.problem !== undefined)
    zoomGroup.hidden = next.format !== "svg" || next.content === undefined
    if (redraw) draw(next)
}

function draw(next: Shown): void {
    if (next.content === undefined) {
        content.replaceChildren()
    } else if (next.format === "svg") {
        content.replaceChildren(picture(next.content, isDark()))
        setZoom(zoom)
    } else {
        const text = document.createElement("pre")
        text.textContent = next.content
        content.replaceChildren(text)
    }
}

function setZoom(scale: number): void {
    zoom = scale === 0 ? 0 : Math.min(8, Math.max(0.1, scale))
    keep()
    const svg = content.querySelector("svg")
    if (svg === null) return
    const natural = svg.viewBox.baseVal.width
    // a small model is not blown up to fill the page
    svg.style.width = zoom === 0 ? `min(100%, ${1.4 * natural}px)` : `${zoom * natural}px`
}

function keep(): void {
    if (shown !== undefined) host.setState({zoom, uri: shown.uri, view: shown.view, model: shown.model})
}

function drawnScale(): number {
    const svg = content.querySelector("svg")
    return svg === null ? 1 : svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
}

function isDark(): boolean {
    const themes = document.body.classList
    return themes.contains("vscode-dark") || (themes.contains("vscode-high-contrast") && !themes.contains("vscode-high-contrast-light"))
}

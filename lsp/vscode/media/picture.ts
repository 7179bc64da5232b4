// Puts the server's SVG into the page. The page's policy allows no inline style, so the picture's own rules become a
// style sheet made here; they know a dark and a light form, which follow the editor's theme and not the machine's.

const STYLE = /<style>([^<]*)<\/style>/g
const sheet = new CSSStyleSheet()

/** The picture as an element, without anything that could run or load. */
export function picture(svg: string, dark: boolean): Element {
    // taken out as text: to parse a style where none is allowed is told as a breach of the policy
    const rules = [...svg.matchAll(STYLE)].map(([, inner = ""]) => plain(inner)).join("\n")
    const root = new DOMParser().parseFromString(svg.replace(STYLE, ""), "image/svg+xml").documentElement
    if (root.localName !== "svg") throw new Error("the server sent no picture")
    for (const unwanted of root.querySelectorAll("style, script, foreignObject, image, a, use, animate, set")) unwanted.remove()
    for (const element of [root, ...root.querySelectorAll("*")]) {
        for (const name of element.getAttributeNames()) {
            if (name.startsWith("on") || name.endsWith("href") || name === "style") element.removeAttribute(name)
        }
    }
    sheet.replaceSync(rules)
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet)
    dress(dark)
    return document.importNode(root, true)
}

function plain(escaped: string): string {
    return escaped.replace(/&(quot|lt|gt|amp);/g, (_, name: string) => ({quot: "\"", lt: "<", gt: ">"})[name] ?? "&")
}

/** Dresses the picture for a dark or a light theme. */
export function dress(dark: boolean): void {
    for (const rule of sheet.cssRules) {
        // once replaced, the query says no more that it was about the theme: it is the only one that pictures have
        if (rule instanceof CSSMediaRule) rule.media.mediaText = dark ? "all" : "not all"
    }
}

// The parts of the page by their ids, and few ways to make new ones. Text goes in as text, never as markup.

/** How long a remark stays. */
const SECONDS = 6;

export function part<T extends HTMLElement = HTMLElement>(id: string): T {
    const found = document.getElementById(id);
    if (!found) {
        throw new Error(`the page has no #${id}`);
    }
    return found as T;
}

export function element<K extends keyof HTMLElementTagNameMap>(
    name: K,
    properties: Partial<HTMLElementTagNameMap[K]> = {},
    ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
}

export function show(target: HTMLElement, visible: boolean): void {
    target.hidden = !visible;
}

/** A line across the page, until it is closed or another takes its place. */
export function notice(text: string, ...buttons: HTMLButtonElement[]): void {
    const line = part("notice");
    const close = element("button", { type: "button", title: "Close", ariaLabel: "Close" }, "×");
    close.addEventListener("click", () => show(line, false));
    line.replaceChildren(element("span", {}, text), ...buttons, close);
    show(line, true);
}

/** A notice that goes by itself. */
export function remark(text: string): void {
    notice(text);
    const words = part("notice").firstChild;
    setTimeout(() => {
        if (part("notice").firstChild === words) {
            show(part("notice"), false);
        }
    }, SECONDS * 1000);
}

// The texts to choose from, by where they come from.
import { element, part } from "../dom";
import type { Text, Texts } from "../texts";

export class DocumentChoice {
    private readonly select = part<HTMLSelectElement>("document");

    constructor(
        private readonly texts: Texts,
        chosen: (text: Text) => void,
    ) {
        this.select.addEventListener("change", () => {
            const text = texts.find(this.select.value);
            if (text) {
                chosen(text);
            }
        });
    }

    show(current: Text): void {
        const groups = Map.groupBy(this.texts.all, (text) => text.group);
        this.select.replaceChildren(
            ...[...groups].map(([label, texts]) =>
                element(
                    "optgroup",
                    { label },
                    ...texts.map((text) => element("option", { value: text.uri, title: text.summary }, text.name)),
                ),
            ),
        );
        this.select.value = current.uri;
        part("summary").textContent = current.summary;
        part("summary").title = current.summary;
    }
}

import type {View} from "../server/protocol"

/** What stands in the editor of the generated Java: where there is none now, why, and the last that there was. */
export function generatedText(answer: View | undefined, lastGood: string | undefined): string {
    if (typeof answer?.content === "string") return answer.content
    const why = answer === undefined ? "the server does not run" : (answer.problem ?? "there is nothing to show")
    return lastGood === undefined ? `// ${why}\n` : `// ${why}; this is the class from before\n\n${lastGood}`
}

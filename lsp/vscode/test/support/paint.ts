// Runs the TextMate engine of VS Code over a text and says in one letter a character what a theme would paint.
import {readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {INITIAL, Registry, type IGrammar, type IRawGrammar} from "vscode-textmate"
import {loadWASM, OnigScanner, OnigString} from "vscode-oniguruma"

/** Family of scopes -> the letter under each of its characters. The first that fits is taken. */
const LETTERS: readonly (readonly [string, string])[] = [
    ["invalid", "!"],
    ["comment.line.documentation", "D"],
    ["comment", "c"],
    ["string", "s"],
    ["constant.numeric", "n"],
    ["keyword.other.unit", "u"],
    ["constant.language", "l"],
    ["keyword.operator.logical", "k"],
    ["keyword.operator", "o"],
    ["keyword", "k"],
    ["storage.modifier.annotation", "@"],
    ["storage", "k"],
    ["entity.name.type", "T"],
    ["entity.name.namespace", "T"],
    ["support.type", "t"],
    ["entity.name.function", "F"],
    ["support.function", "f"],
    ["support.constant", "l"],
    ["variable.parameter", "a"],
    ["variable.language", "i"],
    ["variable", "v"],
    ["punctuation", "."],
]

const json = (path: string): IRawGrammar => JSON.parse(readFileSync(path, "utf8")) as IRawGrammar

// no grammar of Markdown comes with the engine; the injection only needs a host of that name
const MARKDOWN = {scopeName: "text.html.markdown", patterns: [], repository: {}} as unknown as IRawGrammar

const GRAMMARS = new Map([
    ["source.dyn", () => json("syntaxes/dyn.tmLanguage.json")],
    ["markdown.dyn.codeblock", () => json("syntaxes/dyn.markdown.tmLanguage.json")],
    ["text.html.markdown", () => MARKDOWN],
])

/** The grammar of a scope: `source.dyn`, or Markdown with our fences in it. */
export async function grammarOf(scope: "source.dyn" | "text.html.markdown"): Promise<IGrammar> {
    const wasm = createRequire(`${process.cwd()}/`).resolve("vscode-oniguruma/release/onig.wasm")
    await loadWASM(new Uint8Array(readFileSync(wasm)).buffer)
    const registry = new Registry({
        onigLib: Promise.resolve({
            createOnigScanner: sources => new OnigScanner(sources),
            createOnigString: text => new OnigString(text),
        }),
        loadGrammar: name => Promise.resolve(GRAMMARS.get(name)?.() ?? null),
        getInjections: name => name === "text.html.markdown" ? ["markdown.dyn.codeblock"] : undefined,
    })
    const grammar = await registry.loadGrammar(scope)
    if (grammar === null) throw new Error(`no grammar ${scope}`)
    return grammar
}

/** For each line of the text as many letters as it has characters; `?` where nothing says what it is. */
export function paint(grammar: IGrammar, text: string): string[] {
    let state = INITIAL
    return text.split("\n").map(line => {
        const {tokens, ruleStack} = grammar.tokenizeLine(line, state)
        state = ruleStack
        return tokens.map(token => {
            const part = line.slice(token.startIndex, token.endIndex)
            return part.replace(/\S/g, letter(token.scopes))
        }).join("")
    })
}

function letter(scopes: readonly string[]): string {
    // the marks of a comment or string belong to it
    const whole = scopes.find(scope => /^(comment|string)\./.test(scope))
    return (whole === undefined ? undefined : family(whole)) ??
        scopes.slice(1).reverse().map(family).find(found => found !== undefined) ?? "?"
}

const family = (scope: string): string | undefined =>
    LETTERS.find(([name]) => scope === name || scope.startsWith(`${name}.`))?.[1]

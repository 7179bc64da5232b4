// The server as it is in the packaged extension, driven by a client that nobody here wrote.
import assert from "node:assert/strict"
import {readFileSync} from "node:fs"
import {after, before, beforeEach, test} from "node:test"
import * as lsp from "vscode-languageserver-protocol"
import type {View} from "../../src/server/protocol"
import {Client, edited, position, URI} from "../support/client"
import {grammarOf, paint} from "../support/paint"

const JAR = process.env["DYNC_JAR"] ?? "server/dync-lsp.jar"
const VENTRAL = readFileSync("../../examples/ventral.dyn", "utf8")
const textDocument = {uri: URI}
let client: Client
let version = 1

before(async () => {
    client = await Client.start(JAR)
    await client.open(VENTRAL)
})
beforeEach(async () => { await replace(VENTRAL) })
after(async () => { assert.equal(await client.stop(), 0, "the server ends in order") })

/** Makes the text another one, as an editor does that sends the whole. */
async function replace(text: string): Promise<lsp.Diagnostic[]> {
    version += 1
    await client.change(version, [{text}])
    return client.diagnostics(version)
}

test("a model without mistakes has no diagnostics", async () => {
    assert.deepEqual(await client.diagnostics(version), [])
})

test("a misspelled argument is told where it stands, and mended by a quick fix", async () => {
    const wrong = VENTRAL.replace("kernel = 3,", "kernal = 3,")
    const [mistake, ...others] = await replace(wrong)
    assert.ok(mistake !== undefined)
    assert.deepEqual(others, [])
    assert.equal(mistake.code, "DYN0204")
    assert.deepEqual(mistake.range.start, position(wrong, "kernal"))
    const actions = await client.ask(lsp.CodeActionRequest.type,
        {textDocument, range: mistake.range, context: {diagnostics: [mistake], only: ["quickfix"]}})
    const [action] = (actions ?? []).filter(each => lsp.CodeAction.is(each))
    assert.ok(action?.edit !== undefined, `no fix in ${JSON.stringify(actions)}`)
    const edits = action.edit.changes?.[URI] ??
        (action.edit.documentChanges ?? []).flatMap(each => "edits" in each ? each.edits as lsp.TextEdit[] : [])
    assert.equal(edited(wrong, edits), VENTRAL)
})

test("what is typed a character at a time arrives", async () => {
    version += 1
    const at = position(VENTRAL, "relu", 4)
    await client.change(version, ["x", "5"].map((sign, index) => {
        const start = {line: at.line, character: at.character + index}
        return {range: {start, end: start}, text: sign}
    }))
    const [mistake] = await client.diagnostics(version)
    assert.match(JSON.stringify(mistake?.message), /relux5/)
    assert.deepEqual(await replace(VENTRAL), [])
})

test("completion behind a dot of the flow offers its sizes", async () => {
    const open = VENTRAL.replace("emit(delay", "let c = it.\n        emit(delay")
    await replace(open)
    const answer = await client.ask(lsp.CompletionRequest.type, {textDocument, position: position(open, "it.\n", 3)})
    const labels = (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(item => item.label)
    assert.ok(labels.includes("channels") && labels.includes("height"), labels.join(" "))
    assert.ok(!labels.includes("relu"), "no operation stands there")
})

test("hover over an operation shows its parameters and documentation", async () => {
    const hover = await client.ask(lsp.HoverRequest.type, {textDocument, position: position(VENTRAL, "conv(", 1)})
    const contents = JSON.stringify(hover?.contents)
    assert.match(contents, /2-D convolution/)
    assert.match(contents, /kernel/)
})

test("definition of an operation leads into the standard library", async () => {
    const found = await client.ask(lsp.DefinitionRequest.type, {textDocument, position: position(VENTRAL, "conv(", 1)})
    assert.match(JSON.stringify(found), /std\/primitives\.dyn/)
})

test("an area is renamed in all places, and no other is", async () => {
    const at = position(VENTRAL, "area V4", 5)
    assert.notEqual(await client.ask(lsp.PrepareRenameRequest.type, {textDocument, position: at}), null)
    const edit = await client.ask(lsp.RenameRequest.type, {textDocument, position: at, newName: "Fourth"})
    const edits = edit?.changes?.[URI] ??
        (edit?.documentChanges ?? []).flatMap(each => "edits" in each ? each.edits as lsp.TextEdit[] : [])
    assert.equal(edited(VENTRAL, edits), VENTRAL.replace(/\bV4\b/g, "Fourth"))
})

test("hints that are switched off disappear, and come back", async () => {
    const range = {start: {line: 0, character: 0}, end: {line: VENTRAL.split("\n").length, character: 0}}
    const shapes = async (): Promise<number> => (await client.ask(lsp.InlayHintRequest.type, {textDocument, range}) ?? [])
        .map(hint => JSON.stringify(hint.label))
        // an area's shape stands beside the number of its parameters, which has a setting of its own
        .filter(label => label.includes("×") && !label.includes("parameters")).length
    assert.ok(await shapes() > 0)
    await client.configure({inlayHints: {shapes: false}})
    await eventually(async () => await shapes() === 0)
    await client.configure({})
    await eventually(async () => await shapes() > 0)
})

test("formatting brings back the form that there is one of", async () => {
    const untidy = VENTRAL.replace(/^ {4}/gm, "\t").replace("relu\n", "relu   \n\n\n")
    await replace(untidy)
    const edits = await client.ask(lsp.DocumentFormattingRequest.type, {textDocument, options: {tabSize: 4, insertSpaces: true}})
    assert.ok((edits ?? []).length > 0)
    await replace(edited(untidy, edits ?? []))
    const again = await client.ask(lsp.DocumentFormattingRequest.type, {textDocument, options: {tabSize: 4, insertSpaces: true}})
    assert.deepEqual(again ?? [], [])
})

for (const file of ["examples/ventral.dyn", "examples/custom_rcnn.dyn", "examples/two_streams.dyn", "examples/adaptive_rcnn.dyn",
    "compiler/src/test/dyn/ok/everything.dyn"]) {
    test(`what the server calls a keyword is painted as one, and nothing else, in ${file}`, async () => {
        const text = readFileSync(`../../${file}`, "utf8")
        await replace(text)
        const painted = paint(await grammarOf("source.dyn"), text)
        const different = (await semanticTokens(text))
            // words of the language all of them, but as values and signs they have colours of their own
            .filter(({word}) => !["true", "false", "none", "mod"].includes(word))
            .map(token => ({...token, letter: painted[token.line]?.charAt(token.character) ?? ""}))
            .filter(({type, letter}) => (type === "keyword") !== (letter === "k"))
            .map(({word, line, type, letter}) => `${word} in line ${line + 1} is a ${type} and painted as ${letter}`)
        assert.deepEqual(different, [])
    })
}

/** A refresh may be due to an earlier change; the next one comes soon. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
        if (await holds()) return
        await new Promise(resolve => setTimeout(resolve, 50))
    }
    assert.fail("it never was so")
}

interface Token { readonly word: string, readonly line: number, readonly character: number, readonly type: string }

async function semanticTokens(text: string): Promise<Token[]> {
    const legend = client.capabilities.semanticTokensProvider?.legend.tokenTypes ?? []
    const {data = []} = await client.ask(lsp.SemanticTokensRequest.type, {textDocument}) ?? {}
    const lines = text.split("\n")
    const tokens: Token[] = []
    let line = 0
    let character = 0
    for (let index = 0; index + 4 < data.length; index += 5) {
        const [down = 0, along = 0, length = 0, type = 0] = data.slice(index, index + 4)
        character = down === 0 ? character + along : along
        line += down
        tokens.push({word: (lines[line] ?? "").slice(character, character + length), line, character, type: legend[type] ?? ""})
    }
    assert.ok(tokens.length > 50, `${tokens.length} tokens`)
    return tokens
}

test("a model is shown as a picture, in words, as a plan and as Java", async () => {
    for (const [view, beginning] of [["picture", "<svg"], ["describe", "DyRCNNx4"], ["plan", ""], ["java", "// "]] as const) {
        const answer = await client.askOwn<View>("dync/view", {textDocument, view})
        assert.equal(answer.problem ?? undefined, undefined)
        assert.deepEqual(answer.models, ["DyRCNNx4"])
        assert.ok(answer.content?.includes(beginning), `${view}: ${String(answer.content).slice(0, 80)}`)
    }
})

test("a picture of a text with errors says what is in the way", async () => {
    await replace(VENTRAL.replace("kernel = 3,", "kernal = 3,"))
    const answer = await client.askOwn<View>("dync/view", {textDocument, view: "picture"})
    assert.equal(answer.content ?? undefined, undefined)
    assert.match(answer.problem ?? "", /kernal/)
})

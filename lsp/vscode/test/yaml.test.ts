// The schema of experiments under the YAML language server that editors use, which nobody here wrote.
import assert from "node:assert/strict"
import {type ChildProcess, spawn} from "node:child_process"
import {existsSync, readFileSync, readdirSync} from "node:fs"
import {createRequire} from "node:module"
import {after, before, test} from "node:test"
import {pathToFileURL} from "node:url"
import * as lsp from "vscode-languageserver-protocol"
import {createProtocolConnection, StreamMessageReader, StreamMessageWriter} from "vscode-languageserver-protocol/node"
import {position} from "./support/client"

const URI = "file:///lab/experiment.yaml"
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as
    {contributes: {yamlValidation: {fileMatch: string[], url: string}[]}}
const SCHEMA = "../../docs/experiment.schema.json"

let server: ChildProcess
let connection: lsp.ProtocolConnection
let version = 0
let told: (diagnostics: lsp.Diagnostic[]) => void = () => undefined

before(async () => {
    const [contributed] = manifest.contributes.yamlValidation
    assert.ok(contributed !== undefined)
    const settings = {validate: true, completion: true, hover: true, schemaStore: {enable: false},
        schemas: {[pathToFileURL(SCHEMA).href]: contributed.fileMatch}}
    const program = createRequire(pathToFileURL("package.json")).resolve("yaml-language-server/bin/yaml-language-server")
    server = spawn(process.execPath, [program, "--stdio"], {stdio: ["pipe", "pipe", "inherit"]})
    assert.ok(server.stdout !== null && server.stdin !== null)
    connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
    connection.onRequest(lsp.ConfigurationRequest.type, ({items}) =>
        items.map(({section}) => section === "yaml" ? settings : {}))
    connection.onRequest(lsp.RegistrationRequest.type, () => undefined)
    connection.onNotification(lsp.PublishDiagnosticsNotification.type, ({diagnostics}) => { told(diagnostics) })
    connection.onUnhandledNotification(() => undefined)
    connection.listen()
    await connection.sendRequest(lsp.InitializeRequest.type, {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol wants it said
        rootUri: null,
        processId: process.pid, workspaceFolders: null, capabilities: {
            workspace: {configuration: true},
            textDocument: {completion: {completionItem: {snippetSupport: true, documentationFormat: ["markdown"]}},
                hover: {contentFormat: ["markdown"]}},
        },
    })
    await connection.sendNotification(lsp.InitializedNotification.type, {})
    await connection.sendNotification(lsp.DidChangeConfigurationNotification.type, {settings: {yaml: settings}})
})

after(async () => {
    await connection.sendRequest(lsp.ShutdownRequest.type)
    await connection.sendNotification(lsp.ExitNotification.type)
    connection.dispose()
    server.kill()
})

/** What is wrong with a text. */
async function mistakes(text: string): Promise<lsp.Diagnostic[]> {
    const answer = new Promise<lsp.Diagnostic[]>(resolve => { told = resolve })
    version += 1
    if (version === 1) {
        await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type,
            {textDocument: {uri: URI, languageId: "yaml", version, text}})
    } else {
        await connection.sendNotification(lsp.DidChangeTextDocumentNotification.type,
            {textDocument: {uri: URI, version}, contentChanges: [{text}]})
    }
    return answer
}

/** What is offered where the text has a bar. */
async function offered(marked: string): Promise<string[]> {
    const at = position(marked, "|")
    await mistakes(marked.replace("|", ""))
    const answer = await connection.sendRequest(lsp.CompletionRequest.type, {textDocument: {uri: URI}, position: at})
    return (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(item => item.label)
}

/** What is said where the text has a bar. */
async function said(marked: string): Promise<string> {
    const at = position(marked, "|")
    await mistakes(marked.replace("|", ""))
    const hover = await connection.sendRequest(lsp.HoverRequest.type, {textDocument: {uri: URI}, position: at})
    return JSON.stringify(hover?.contents)
}

test("the keys of an experiment are offered, and of a section, and of a profile", async () => {
    for (const key of ["model", "data", "training", "use", "profiles"]) assert.ok((await offered("|")).includes(key), key)
    for (const key of ["epochs", "optimizer"]) assert.ok((await offered("training:\n  |")).includes(key), key)
    const inProfile = await offered("profiles:\n  quick:\n    |")
    assert.ok(inProfile.includes("training") && !inProfile.includes("profiles"), inProfile.join(" "))
})

test("kinds are offered as names and behind kind, those with much to say too", async () => {
    for (const text of ["training:\n  optimizer: |", "training:\n  optimizer:\n    kind: |"]) {
        const kinds = await offered(text)
        for (const kind of ["adam", "adamw", "sgd"]) assert.ok(kinds.includes(kind), `${kind} in ${kinds.join(" ")}`)
    }
    const losses = await offered("training:\n  loss:\n    - kind: |")
    assert.ok(losses.includes("cross_entropy") && losses.includes("activity"), losses.join(" "))
})

test("a kind offers its own constants and no others", async () => {
    for (const text of ["training:\n  optimizer:\n    kind: adam\n    |", "training:\n  optimizer: {kind: adam, b|}"]) {
        const keys = await offered(text)
        assert.ok(keys.includes("beta1") && keys.includes("amsgrad") && !keys.includes("momentum"), keys.join(" "))
    }
    const sgd = await offered("profiles:\n  quick:\n    training:\n      optimizer:\n        kind: sgd\n        |")
    assert.ok(sgd.includes("momentum") && !sgd.includes("beta1"), sgd.join(" "))
})

test("choices are offered", async () => {
    assert.deepEqual((await offered("precision: |")).sort(), ["bf16", "fp16", "fp32"])
})

test("hover tells meaning, range and default", async () => {
    const epochs = await said("training:\n  ep|ochs: 3")
    assert.match(epochs, /times that all training images are seen/)
    assert.match(epochs, /at least 1; 3 if nobody says/)
    const optimizer = await said("training:\n  opti|mizer: adam")
    assert.match(optimizer, /how the weights follow the gradient/)
    assert.match(optimizer, /Kingma and Ba 2015/)
    assert.match(await said("training:\n  optimizer:\n    kind: adam\n    be|ta1: 0.8"), /0\.9 if nobody says/)
})

for (const [text, place, message] of [
    ["training:\n  epoch: 3", "epoch", /epoch/],
    ["training: {epochs: many}", "many", /integer/],
    ["training: {epochs: 0}", "0", /minimum of 1/],
    ["training: {optimizer: {kind: adam, momentum: 0.9}}", "momentum", /momentum/],
    ["training: {optimizer: {kind: adam, beta1: 2}}", "2}", /maximum of 1/],
    ["training: {optimizer: adma}", "adma", /adamw/],
    ["presentation: {reaction_time: 20}", "20", /a number with its unit, as in 10 ms/],
    ["presentation: {reaction_time: 20 Hz}", "20", /a number with its unit, as in 10 ms/],
    ["profiles: {quick: {training: {epoch: 3}}}", "epoch", /epoch/],
    ["profiles: {quick: {use: debug}}", "use", /use/],
] as const) {
    test(`a mistake is marked where it stands: ${JSON.stringify(text)}`, async () => {
        const [mistake, ...others] = await mistakes(text)
        assert.deepEqual(others, [])
        assert.ok(mistake !== undefined)
        assert.deepEqual(mistake.range.start, position(text, place))
        assert.match(JSON.stringify(mistake.message), message)
    })
}

const examples = readdirSync("../../examples").filter(name => name.endsWith(".yaml"))
const starter = "../../cli/src/main/resources/dync/cli/starter.yaml"

for (const file of [...examples.map(name => `../../examples/${name}`), starter]) {
    test(`nothing is wrong in ${file}`, async () => {
        assert.ok(existsSync(file))
        // the first line names the schema by a path that does not begin at this text's
        assert.deepEqual(await mistakes(readFileSync(file, "utf8").replace(/^# yaml-language-server.*\n/, "")), [])
    })
}

test("what may be written in short is not marked", async () => {
    const text = "model: net.dyn\nuse: debug\nset: {tau: 5 ms, n: 3}\ndata: fashion-mnist\npresentation: {reaction_time: 0}\n" +
        "training: {loss: cross_entropy, schedule: cosine, early_stopping: null}\n"
    assert.deepEqual(await mistakes(text), [])
})

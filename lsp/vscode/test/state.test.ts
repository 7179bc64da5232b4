import assert from "node:assert/strict"
import test from "node:test"
import {generatedText} from "../src/commands/generatedText"
import {shellOf, trainLine} from "../src/commands/train"
import {page} from "../src/preview/page"
import {answered, chosen, empty, modelToAsk} from "../src/preview/state"
import type {View} from "../src/server/protocol"
import {statusOf} from "../src/server/status"

const GOOD: View = {models: ["A", "B"], model: "A", view: "picture", format: "svg", content: "<svg/>", problem: null}
const BROKEN: View = {...GOOD, content: null, problem: "the text has 2 errors"}

test("a picture is shown with the models that there are", () => {
    assert.deepEqual(answered(empty(), GOOD),
        {view: "picture", model: "A", models: ["A", "B"], format: "svg", content: "<svg/>", problem: undefined})
})

test("while the text has errors the last good picture stays, with the reason", () => {
    const shown = answered(answered(empty(), GOOD), BROKEN)
    assert.equal(shown.content, "<svg/>")
    assert.equal(shown.problem, "the text has 2 errors")
    assert.equal(answered(shown, {...GOOD, content: "<svg>2</svg>"}).problem, undefined)
})

test("where the text has lost its models, the chooser keeps them", () => {
    assert.deepEqual(answered(answered(empty(), GOOD), {...BROKEN, models: []}).models, ["A", "B"])
})

test("another tab does not show the picture of the one before", () => {
    const shown = chosen(answered(empty(), GOOD), "plan", "A")
    assert.equal(shown.content, undefined)
    assert.equal(shown.view, "plan")
})

test("an answer for a tab or model that was left is dropped", () => {
    const plan = chosen(answered(empty(), GOOD), "plan", "A")
    assert.equal(answered(plan, GOOD), plan)
    const other = chosen(answered(empty(), GOOD), "picture", "B")
    assert.equal(answered(other, GOOD), other)
})

test("a model that was renamed away gives place to the first", () => {
    const shown = answered(empty(), GOOD)
    assert.equal(modelToAsk(shown, ["A", "B"]), "A")
    assert.equal(modelToAsk(shown, ["C", "B"]), "C")
    assert.equal(modelToAsk(shown, []), "A")
})

test("the page allows our script and style sheet and nothing else", () => {
    const html = page({nonce: "abc", source: "vscode-webview:", script: "s.js", style: "s.css", title: "<b>\"x\""})
    assert.match(html, /default-src 'none'; style-src vscode-webview:; script-src 'nonce-abc';/)
    assert.doesNotMatch(html, /unsafe|<b>|style=/)
})

test("the status says the state of the server, then of the file", () => {
    const file = {uri: "file:///m.dyn", version: 1, errors: 0, warnings: 0, models: ["A"]}
    assert.match(statusOf({kind: "starting"}, file).tooltip, /starting/)
    assert.equal(statusOf({kind: "running"}, undefined).text, "dync")
    assert.equal(statusOf({kind: "running"}, file).text, "$(check) dync: 1 model ok")
    assert.equal(statusOf({kind: "running"}, {...file, warnings: 1, models: ["A", "B"]}).text, "$(check) dync: 2 models ok, 1 warning")
    assert.equal(statusOf({kind: "running"}, {...file, models: []}).text, "$(check) dync: ok")
    assert.equal(statusOf({kind: "running"}, {...file, errors: 2}).text, "$(error) dync: 2 errors")
    const failed = statusOf({kind: "failed", why: "no Java"}, file)
    assert.deepEqual([failed.severity, failed.command], ["error", "dync.restart"])
    assert.match(failed.tooltip, /no Java/)
})

test("the generated Java of a text with errors is the last one, under the reason", () => {
    assert.equal(generatedText({...GOOD, content: "class A {}"}, undefined), "class A {}")
    assert.equal(generatedText(BROKEN, "class A {}"), "// the text has 2 errors; this is the class from before\n\nclass A {}")
    assert.equal(generatedText(BROKEN, undefined), "// the text has 2 errors\n")
    assert.equal(generatedText(undefined, undefined), "// the server does not run\n")
})

test("a training line is quoted as its shell wants it", () => {
    assert.equal(trainLine("dync", "/m/a.dyn", "A", "posix"), "dync train /m/a.dyn --model A")
    assert.equal(trainLine("/my dync/dync", "/it's/a.dyn", undefined, "posix"), "'/my dync/dync' train '/it'\\''s/a.dyn'")
    assert.equal(trainLine("/my dync/dync", "/m/$(x).dyn", undefined, "powershell"), "& '/my dync/dync' train '/m/$(x).dyn'")
    assert.equal(trainLine("dync", "C:\\my models\\a.dyn", "A", "cmd"), "dync train \"C:\\my models\\a.dyn\" --model A")
})

test("shells are known by their names", () => {
    assert.equal(shellOf("/usr/bin/zsh"), "posix")
    assert.equal(shellOf("C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"), "powershell")
    assert.equal(shellOf("C:\\Windows\\system32\\cmd.exe"), "cmd")
})

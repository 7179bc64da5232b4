// The TextMate grammar over every model that we ship, and over what is hard in the language: its soft keywords.
import assert from "node:assert/strict"
import {readFileSync, readdirSync, writeFileSync} from "node:fs"
import {basename, join} from "node:path"
import test from "node:test"
import {grammarOf, paint} from "./support/paint"

const ROOT = "../.."
const FOLDERS = ["examples", "stdlib/src/main/resources/dyn/std", "stdlib/src/main/resources/dyn/models",
    "compiler/src/test/dyn/ok", "compiler/src/test/dyn/syntax/ok"]
const files = FOLDERS.flatMap(folder => readdirSync(join(ROOT, folder))
    .filter(name => name.endsWith(".dyn")).sort().map(name => join(ROOT, folder, name)))
const shipped = files.filter(file => !file.includes("compiler"))
const dyn = grammarOf("source.dyn")
const markdown = grammarOf("text.html.markdown")

/** The words and signs of the lexer's grammar, so that a new one is missed here. */
function literals(): {words: string[], signs: string[], reserved: string[]} {
    const lexer = readFileSync(`${ROOT}/grammar/DynLexer.g4`, "utf8").split("// Notation of other languages")[0] ?? ""
    const all = [...lexer.matchAll(/^[A-Z_]+\s*: '((?:\\'|[^'])+)' ;/gm)].map(found => (found[1] ?? "").replace("\\'", "'"))
    const words = all.filter(text => /^\w/.test(text))
    return {words, signs: all.filter(text => !/^\w/.test(text)),
        reserved: words.slice(words.indexOf("if"), words.indexOf("mod"))}
}

for (const file of files) {
    test(`every sign of ${file.slice(ROOT.length + 1)} is painted`, async () => {
        const source = readFileSync(file, "utf8")
        const painted = paint(await dyn, source)
        source.split("\n").forEach((line, index) => {
            const letters = painted[index] ?? ""
            assert.doesNotMatch(letters, /[?!]/, `line ${index + 1}\n${line}\n${letters}`)
            for (const word of line.matchAll(/\b(if|else|and|or|not|true|false|none)\b/g)) {
                assert.match(letters.charAt(word.index), /[klDcs]/, `${word[0]}, line ${index + 1}\n${line}\n${letters}`)
            }
        })
    })
}

test("each keyword and each sign of the lexer is painted as one somewhere", async () => {
    const {words, signs, reserved} = literals()
    assert.deepEqual(reserved, ["if", "else", "and", "or", "not", "true", "false", "none"])
    assert.ok(words.length >= 45 && signs.length >= 25, `the lexer's grammar is read: ${words.length}, ${signs.length}`)
    const seen = new Set<string>()
    for (const file of files) {
        const lines = readFileSync(file, "utf8").split("\n")
        const painted = paint(await dyn, lines.join("\n"))
        lines.forEach((line, index) => {
            for (const found of line.matchAll(/\w+|[^\w\s]+/g)) {
                const letter = painted[index]?.charAt(found.index) ?? ""
                if (/\w/.test(found[0]) ? /[kol]/.test(letter) : /[o.]/.test(letter)) seen.add(found[0])
            }
        })
    }
    const text = [...seen].filter(sign => !/\w/.test(sign)).join(" ")
    assert.deepEqual(words.filter(word => !seen.has(word)), [])
    assert.deepEqual(signs.filter(sign => !text.includes(sign)), [])
})

for (const file of shipped) {
    test(`${basename(file)} is painted as before`, async () => {
        const lines = readFileSync(file, "utf8").split("\n")
        const painted = paint(await dyn, lines.join("\n"))
        const snapshot = lines.map((line, index) => `${line}\n${(painted[index] ?? "").trimEnd()}\n`).join("")
        const path = `test/snapshots/${basename(file, ".dyn")}.txt`
        if (process.env["UPDATE"] !== undefined) writeFileSync(path, snapshot)
        assert.equal(snapshot, readFileSync(path, "utf8"))
    })
}

/** What is painted under a line of a text, which is given as the text's last one. */
const LINES: readonly (readonly [string, string, string])[] = [
    ["a parameter called as a keyword", "model M(\n    skip: bool = true, solver: solver = euler,", "    aaaa. tttt o llll. aaaaaa. tttttt o vvvvv."],
    ["a condition on it", "if skip {", "kk vvvv ."],
    ["a wire", "skip V1 -> V4 (delay = t_skip)", "kkkk TT oo TT .aaaaa o vvvvvv."],
    ["what receives a wire", "receive feedback", "kkkkkkk kkkkkkkk"],
    ["the stimulus", "input(3, 32, 32)", "kkkkk.n. nn. nn."],
    ["the drive of an equation", "x' = (input - x) / tau", "vo o .iiiii o v. o vvv"],
    ["seconds and an equation of s", "const D = 2 s\ns' = s / 3 s", "vo o v o n u"],
    ["a number without space before its unit", "const A = 5ms + 2.5e-3 kHz", "kkkkk v o nuu o nnnnnn uuu"],
    ["a range", "for i in 0..n { relu }", "kkk v kk noov . FFFF ."],
    ["a choice of values", "let a = if c then in else it |> relu", "kkk v o kk v kkkk ii kkkk ii oo FFFF"],
    ["steps behind an area", "V2 then relu", "TT kkkk FFFF"],
    ["an area of several", "area Sum from V2 + MT { emit }", "kkkk TTT kkkk TT o TT . kkkk ."],
    ["steps in a row", "conv(8) batchnorm relu", "FFFF.n. FFFFFFFFF FFFF"],
    ["dynamics under a solver", "evolve leaky(tau = tau) using rk4(substeps = 4)", "kkkkkk FFFFF.aaa o vvv. kkkkk FFF.aaaaaaaa o n."],
    ["a weight called weight", "weight weight: float = init, trainable = false", "kkkkkk vvvvvv. ttttt o vvvv. aaaaaaaaa o lllll"],
    ["a weight that is computed with", "apply weight * it", "kkkkk vvvvvv o ii"],
    ["the Java of a primitive", "call com.lab.Filters.threshold(above, times)", "kkkk FFF.FFF.FFFFFFF.FFFFFFFFF.vvvvv. vvvvv."],
    ["an import", "import ventral.DyRCNNx4", "kkkkkk TTTTTTT.TTTTTTTT"],
    ["notation of other languages", "if a && b { relu } # no", "kk v !! v . FFFF . ! !!"],
    ["what is open ends at the next declaration", "area V1 { conv(3,\n    area V2 { relu }", "    kkkk TT . FFFF ."],
    ["an ordinary comment of four strokes", "//// no doc", "cccc cc ccc"],
    ["code in a doc comment", "/// A power law of `n`.", "DDD D DDDDD DDD DD DDDD"],
]

for (const [name, text, expected] of LINES) {
    test(`paints ${name}`, async () => {
        assert.equal(paint(await dyn, text).at(-1)?.trimEnd(), expected)
    })
}

test("paints a fence of dyn in Markdown, whatever stands behind the word", async () => {
    const painted = paint(await markdown, "text\n```dyn error=DYN0204\narea V1 { relu }\n```\n```dynamo\narea\n```")
    assert.equal(painted[2], "kkkk TT . FFFF .")
    assert.equal(painted[0], "????")
    assert.equal(painted[5], "????")
})

import assert from "node:assert/strict"
import test from "node:test"
import {candidates, type Machine} from "../src/java/candidates"
import {findJava} from "../src/java/find"
import {featureVersion} from "../src/java/version"

const LINUX: Machine = {platform: "linux", env: {PATH: "/usr/bin:/bin"}, home: "/home/ada", list: () => []}

const PRINTED = {
    8: "java version \"1.8.0_402\"\n",
    11: "openjdk version \"11.0.22\" 2024-01-16\n",
    17: "openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)\n",
    26: "openjdk version \"26-ea\" 2026-03-17\n",
}

/** Looks on a machine that has these, by path. */
function look(machine: Machine, setting: string, there: Record<string, string | undefined>) {
    return findJava(machine, setting, path => path in there, path => Promise.resolve(there[path]))
}

for (const [version, printed] of Object.entries(PRINTED)) {
    test(`reads the version of Java ${version}`, () => { assert.equal(featureVersion(printed), Number(version)) })
}

test("what is no Java has no version", () => {
    assert.equal(featureVersion("command not found"), undefined)
    assert.equal(featureVersion(""), undefined)
})

test("JAVA_HOME goes before the path, and the path before the usual folders, where the newest goes first", () => {
    const machine = {...LINUX, env: {PATH: "/usr/bin", JAVA_HOME: "/opt/jdk"}, list: (folder: string) => folder === "/usr/lib/jvm" ? ["jdk-9", "jdk-17"] : []}
    assert.deepEqual(candidates(machine, "").map(each => each.path),
        ["/opt/jdk/bin/java", "/usr/bin/java", "/usr/lib/jvm/jdk-17/bin/java", "/usr/lib/jvm/jdk-9/bin/java"])
})

test("a folder in the settings is the only one that is looked at", async () => {
    const found = await look(LINUX, "/opt/old", {"/opt/old/bin/java": PRINTED[11], "/usr/bin/java": PRINTED[17]})
    assert.deepEqual(found, {kind: "missing", why: "dync needs Java 17 or newer; the folder in dync.java.home holds Java 11 (dync.java.home)"})
})

test("a folder in the settings without Java is told", async () => {
    const found = await look(LINUX, "/opt/none", {"/usr/bin/java": PRINTED[17]})
    assert.deepEqual(found, {kind: "missing", why: "dync needs Java 17 or newer; the folder in dync.java.home, /opt/none, has no bin/java"})
})

test("an old Java is passed over for a newer one", async () => {
    const machine = {...LINUX, env: {...LINUX.env, JAVA_HOME: "/opt/jdk8"}}
    const found = await look(machine, "", {"/opt/jdk8/bin/java": PRINTED[8], "/usr/bin/java": PRINTED[17]})
    assert.deepEqual(found, {kind: "found", path: "/usr/bin/java", version: 17, from: "PATH"})
})

test("where all are too old, they are named", async () => {
    const found = await look(LINUX, "", {"/usr/bin/java": PRINTED[11]})
    assert.deepEqual(found, {kind: "missing", why: "dync needs Java 17 or newer, and only found Java 11 (PATH)"})
})

test("where there is none, it is said where it was looked for", async () => {
    const found = await look(LINUX, "", {})
    assert.match(found.kind === "missing" ? found.why : "", /found none: not in JAVA_HOME, not on the PATH/)
})

test("one that does not run is passed over", async () => {
    const found = await look(LINUX, "", {"/usr/bin/java": undefined, "/bin/java": PRINTED[26]})
    assert.deepEqual(found, {kind: "found", path: "/bin/java", version: 26, from: "PATH"})
})

test("Windows has other folders, another separator and java.exe", () => {
    const machine: Machine = {platform: "win32", home: "C:\\Users\\ada", env: {Path: "C:\\bin;D:\\jdk\\bin", ProgramFiles: "C:\\Program Files"},
        list: folder => folder.endsWith("Eclipse Adoptium") ? ["jdk-21"] : []}
    assert.deepEqual(candidates(machine, "").map(each => each.path), ["C:\\bin\\java.exe", "D:\\jdk\\bin\\java.exe",
        "C:\\Program Files\\Eclipse Adoptium\\jdk-21\\bin\\java.exe",
        "C:\\Program Files\\Programs\\Eclipse Adoptium\\jdk-21\\bin\\java.exe"])
})

test("macOS keeps a Java's home two folders down", () => {
    const machine: Machine = {platform: "darwin", home: "/Users/ada", env: {}, list: folder => folder === "/Library/Java/JavaVirtualMachines" ? ["temurin-17.jdk"] : []}
    assert.deepEqual(candidates(machine, "").map(each => each.path),
        ["/Library/Java/JavaVirtualMachines/temurin-17.jdk/Contents/Home/bin/java"])
})

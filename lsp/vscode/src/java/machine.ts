import {execFile} from "node:child_process"
import {existsSync, readdirSync} from "node:fs"
import {homedir} from "node:os"
import type {Machine} from "./candidates"
import {findJava, type Java} from "./find"

const HERE: Machine = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    list: folder => existsSync(folder) ? readdirSync(folder) : [],
}

/** {@link findJava} on this machine. */
export const findJavaHere = (setting: string): Promise<Java> => findJava(HERE, setting, existsSync, ask)

function ask(path: string): Promise<string | undefined> {
    return new Promise(resolve => {
        execFile(path, ["-version"], {timeout: 10_000}, (error, stdout, stderr) => {
            resolve(error === null ? stdout + stderr : undefined)
        })
    })
}

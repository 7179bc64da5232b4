// The licences of the packages that a bundle holds, from their own files.
import {existsSync, readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"

/** @param metafile what esbuild says that it put together */
export function notices(metafile) {
    const folders = new Set(Object.keys(metafile.inputs)
        .map(path => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
        .filter(folder => folder !== undefined))
    return [...folders].sort().map(folder => {
        const {name, version, license} = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
        const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each))
        if (file === undefined || !existsSync(join(folder, file))) throw new Error(`${name} has no file with its licence`)
        return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`
    }).join(`\n${"-".repeat(80)}\n\n`)
}

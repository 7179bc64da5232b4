// Bundles the extension, the script of the preview and, with --tests, the tests. --production leaves out source maps.
import {build} from "esbuild"
import {readdirSync, rmSync, writeFileSync} from "node:fs"
import {notices} from "./notices.mjs"

const production = process.argv.includes("--production")
const common = {bundle: true, sourcemap: !production, minify: production, logLevel: "warning"}

rmSync("out", {recursive: true, force: true})
const {metafile} = await build({...common, entryPoints: ["src/extension.ts"], outfile: "out/extension.js",
    platform: "node", target: "node20", format: "cjs", external: ["vscode"], metafile: true})
writeFileSync("out/THIRD-PARTY.txt", notices(metafile))
await build({...common, entryPoints: ["media/preview.ts"], outfile: "out/preview.js",
    platform: "browser", target: "es2022", format: "iife"})

if (process.argv.includes("--tests")) {
    for (const [from, to] of [["test", "out/test"], ["test/packaged", "out/packaged"]]) {
        const tests = readdirSync(from).filter(name => name.endsWith(".test.ts")).map(name => `${from}/${name}`)
        await build({...common, minify: false, entryPoints: tests, outdir: to, platform: "node",
            target: "node20", format: "cjs", packages: "external", outExtension: {".js": ".cjs"}})
    }
}

// Bundles the page into the folder given: scripts, style sheets and fonts, and a list of what there is.
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const output = process.argv[2];
if (!output) {
    console.error("usage: node build.mjs OUTPUT");
    process.exit(2);
}

/** The words that the grammar knows, so that the page colours them before the server has answered. */
async function words() {
    const grammar = await readFile("../../grammar/DynLexer.g4", "utf8");
    return [...grammar.matchAll(/:\s*'([a-z]+)'\s*;/g)].map((match) => match[1]);
}

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
await build({
    entryPoints: {
        main: "src/main.ts",
        editor: "node_modules/monaco-editor/esm/vs/editor/editor.worker.js",
    },
    outdir: output,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    conditions: ["browser"],
    legalComments: "external",
    loader: { ".ttf": "file", ".woff2": "file" },
    assetNames: "[name]",
    define: { DYN_WORDS: JSON.stringify(await words()) },
    logLevel: "warning",
});
await cp("src/index.html", join(output, "index.html"));
await cp("src/icon.svg", join(output, "icon.svg"));

const files = (await readdir(output)).filter((name) => !name.endsWith(".list")).sort();
await writeFile(join(output, "files.list"), files.join("\n") + "\n");

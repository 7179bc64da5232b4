// Takes into the extension what is made elsewhere: the server, the pages behind the codes of messages, and the schema of
// experiments.
import {copyFileSync, cpSync, existsSync, mkdirSync, rmSync} from "node:fs"

const jar = process.env.DYNC_LSP_JAR ?? "../target/dync-lsp.jar"
const pages = "../../compiler/src/main/resources/dync/compiler/explain"

if (!existsSync(jar)) {
    console.error(`error: there is no ${jar}\n` +
        "  help: the server is built first, in the checkout's root:\n" +
        "        ./mvnw -q package -pl lsp -am -DskipTests")
    process.exit(1)
}
mkdirSync("server", {recursive: true})
copyFileSync(jar, "server/dync-lsp.jar")
rmSync("explain", {recursive: true, force: true})
cpSync(pages, "explain", {recursive: true, filter: path => !path.includes(".") || /DYN\d{4}\.md$/.test(path) || path === pages})
mkdirSync("schemas", {recursive: true})
copyFileSync("../../docs/experiment.schema.json", "schemas/experiment.schema.json")
mkdirSync("target", {recursive: true})

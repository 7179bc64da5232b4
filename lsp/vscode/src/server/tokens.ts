import type {StaticFeature} from "vscode-languageclient/node"

/** The types of words that package.json declares beside those of the protocol; the server uses what the client lists. */
const OWN = ["unit", "model", "areaTemplate", "area", "connection", "dynamics", "solver"]

/** Tells the server that these can be painted. */
export const ownTokens: StaticFeature = {
    fillClientCapabilities(capabilities) {
        capabilities.textDocument?.semanticTokens?.tokenTypes.push(...OWN)
    },
    initialize() {
        // nothing to set up
    },
    getState: () => ({kind: "static"}),
    clear() {
        // nothing to take back
    },
}

import type { Server } from "../server";
import { codeActions } from "./codeActions";
import { codeLens } from "./codeLens";
import { completion } from "./completion";
import type { Diagnostics } from "./diagnostics";
import { formatting } from "./formatting";
import { hover } from "./hover";
import { inlayHints } from "./inlayHints";
import { navigation } from "./navigation";
import { rename } from "./rename";
import { semanticTokens } from "./semanticTokens";
import { signatureHelp } from "./signatureHelp";
import { structure } from "./structure";

/** Everything that the server offers and the editor can show. */
export function registerFeatures(server: Server, diagnostics: Diagnostics): void {
    codeActions(server, diagnostics);
    for (const feature of [
        completion,
        hover,
        signatureHelp,
        rename,
        navigation,
        formatting,
        semanticTokens,
        inlayHints,
        structure,
        codeLens,
    ]) {
        feature(server);
    }
}

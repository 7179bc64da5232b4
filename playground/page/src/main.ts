// Puts the page together.
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./style.css";
import { notice, part } from "./dom";
import { registerLanguage } from "./editor/language";
import { registerThemes } from "./editor/theme";
import { Diagnostics } from "./lsp/features/diagnostics";
import { registerFeatures } from "./lsp/features/index";
import { synchronise } from "./lsp/documents";
import { Server } from "./lsp/server";
import { DocumentChoice } from "./panes/documentChoice";
import { divider } from "./panes/divider";
import { Problems } from "./panes/problems";
import { Views } from "./panes/views";
import { Texts, type Start } from "./texts";
import { Workbench } from "./workbench";

async function start(): Promise<void> {
    registerLanguage();
    registerThemes();
    divider();
    const from = (await (await fetch("start.json")).json()) as Start;
    const texts = new Texts(from);
    const bench = new Workbench(texts, from);
    const choice = new DocumentChoice(texts, (text) => bench.edit(text));
    bench.onEdit((text) => choice.show(text));
    bench.edit(texts.first);

    const server = await Server.connect(() =>
        notice("dync has ended. Your text stays in this tab; start dync playground again and copy it over."),
    );
    const diagnostics = new Diagnostics(server);
    synchronise(server);
    registerFeatures(server, diagnostics);
    new Problems(server, diagnostics, bench.editor);
    const views = new Views(server);
    bench.onEdit((text) => views.follow(text.uri));
    views.follow(bench.current.uri);
    bench.serve(server, views);
    document.body.dataset.ready = "true";
}

start().catch((failure: unknown) => {
    part("state").textContent = "the page could not start";
    notice(`The page could not start: ${failure instanceof Error ? failure.message : "no connection to dync"}`);
});

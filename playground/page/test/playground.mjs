// The playground in Chromium. Called as: node playground.mjs ADDRESS FILE [SCREENSHOTS]
// Prints a line for each check; the exit code counts the failures.
import { createServer } from "node:http";
import { readFile, writeFile } from "node:fs/promises";
import { Hand, launch, until } from "./browser.mjs";

const [address, file, shots] = process.argv.slice(2);
const own = new URL(address);
const browser = await launch("elsewhere.test");
const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
const hand = new Hand(page);
const strange = [];
page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.host !== own.host && !["blob:", "data:", "about:"].includes(url.protocol)) {
        strange.push(`request to ${url.host}`);
    }
});
page.on("pageerror", (error) => strange.push(`error: ${error.message}`));
page.on("console", (message) => {
    // 412 is how a file that has changed is told
    if (message.type() === "error" && !message.text().includes("412")) {
        strange.push(`console: ${message.text()}`);
    }
});

let failures = 0;
async function check(name, body) {
    try {
        await body();
        console.log(`ok      ${name}`);
    } catch (failure) {
        failures++;
        console.log(`FAILED  ${name}: ${String(failure.message).split("\n").slice(0, 3).join(" ")}`);
        await page.screenshot({ path: `${shots ?? "/tmp"}/failed-${failures}.png` });
    }
    await page.keyboard.press("Escape");
}
const shot = (name) => (shots ? page.screenshot({ path: `${shots}/${name}.png` }) : undefined);
const ventral = () => page.selectOption("#document", { label: "ventral" });

await page.goto(address);
await page.locator("body[data-ready]").waitFor();

await check("the file of the command line stands in the editor, and its picture beside it", async () => {
    await hand.sees("#editor .view-lines", "model Mine");
    await hand.draws("V1");
    await hand.sees("#state", "No mistakes");
});

await check("Ctrl+S saves it, and nothing before", async () => {
    const before = await readFile(file, "utf8");
    await hand.replace("Cortex(8)", "Cortex(16)");
    await until("the title shows a change", async () => (await page.title()).startsWith("•"));
    if ((await readFile(file, "utf8")) !== before) {
        throw new Error("written without being asked");
    }
    await page.keyboard.press("Control+S");
    await until("the file has the change", async () => (await readFile(file, "utf8")).includes("Cortex(16)"));
    await page.locator("#save:disabled").waitFor();
});

await check("what another program has written is not overwritten", async () => {
    await writeFile(file, (await readFile(file, "utf8")).replace("Cortex(16)", "Cortex(24)"));
    await hand.replace("Cortex(16)", "Cortex(32)");
    await page.keyboard.press("Control+S");
    await hand.sees("#notice", "changed by another program");
    await page.click("text=Take the file's text");
    await hand.sees("#editor .view-lines", "Cortex(24)");
});

await check("an example can be chosen", async () => {
    await ventral();
    await hand.draws("DyRCNNx4");
    await shot("picture");
});

await check("a mistake is underlined, said in words, and the last picture turns grey", async () => {
    await hand.replace("full,", "ful,");
    await page.locator("#editor .squiggly-error").first().waitFor();
    await hand.sees("#list .error", "ful");
    await hand.sees("#state", "1 error");
    await page.locator("#view.stale").waitFor();
    await hand.draws("DyRCNNx4");
    await shot("mistake");
});

await check("the fix in the editor mends it", async () => {
    await hand.select("ful,");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+.");
    await page
        .locator(".action-widget .action-list-item, .action-widget .monaco-list-row.action")
        .filter({ hasText: "full" })
        .first()
        .click();
    await hand.sees("#state", "No mistakes");
    await page.locator("#view:not(.stale)").waitFor();
});

await check("the fix beside the message mends it, too", async () => {
    await hand.replace("full,", "ful,");
    await page.locator("#list .fix").first().click();
    await hand.sees("#state", "No mistakes");
    if (!(await hand.text()).includes("= full,")) {
        throw new Error("not mended");
    }
});

await check("the picture follows the text", async () => {
    await hand.replace("time = 6 ms", "time = 14 ms");
    await hand.draws("14 ms");
});

await check("plan, description and Java stand behind the tabs", async () => {
    await page.click("#tab-plan");
    await hand.sees("#text .view-lines", "step");
    await page.click("#tab-describe");
    await hand.sees("#text .view-lines", "parameters");
    await page.click("#tab-java");
    await hand.sees("#text .view-lines", "package");
    await page.keyboard.press("ArrowRight");
    await page.locator("#tab-picture[aria-selected=true]").waitFor();
});

await check("completion offers what fits, and takes it", async () => {
    await hand.select("relu");
    await page.keyboard.type("rel");
    await page.locator(".suggest-widget .monaco-list-row").filter({ hasText: "relu" }).first().waitFor();
    await shot("completion");
    await page.keyboard.press("Enter");
    await until("relu is back", async () => /^\s+relu$/m.test(await hand.text()));
});

await check("hover tells what a name is", async () => {
    await hand.select("leaky");
    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+I");
    await hand.sees(".monaco-hover", "leaky");
    await shot("hover");
});

await check("signature help stands beside arguments", async () => {
    await hand.select("channels, kernel");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+Shift+Space");
    await hand.sees(".parameter-hints-widget", "kernel");
});

await check("a definition in the standard library is shown and cannot be changed", async () => {
    await hand.select("leaky");
    await page.keyboard.press("F12");
    await hand.sees("#library", "dyn.std.dynamics");
    await hand.sees("#editor .view-lines", "dynamics leaky");
    const before = await page.locator("#editor .view-lines").innerText();
    await page.keyboard.type("x");
    if ((await page.locator("#editor .view-lines").innerText()) !== before) {
        throw new Error("the library was changed");
    }
    await shot("library");
    await page.click("#back");
    await hand.sees("#editor .view-lines", "evolve leaky");
});

await check("a name is changed wherever it stands", async () => {
    await hand.select("Cortex");
    await page.keyboard.press("F2");
    const box = page.locator(".rename-box input");
    await box.fill("Patch");
    await box.press("Enter");
    await until("all names are changed", async () => {
        const text = await hand.text();
        return text.match(/\bPatch\(/g)?.length === 5 && !text.includes("Cortex");
    });
    await hand.sees("#state", "No mistakes");
});

await check("a name of the library is not", async () => {
    await hand.select("leaky");
    await page.keyboard.press("F2");
    await page.locator(".monaco-editor-overlaymessage").waitFor();
});

await check("the text is laid out anew", async () => {
    await hand.replace("clock(step = dt, steps = 20)", "clock( step=dt,steps=20 )");
    await page.click("#format");
    await until("spaces are where they belong", async () =>
        (await hand.text()).includes("clock(step = dt, steps = 20)"),
    );
});

await check("colours say what names mean, hints and lenses stand beside the text", async () => {
    await hand.select("model");
    await page.locator("#editor .codelens-decoration").filter({ hasText: "parameters" }).first().waitFor();
    await hand.sees("#editor .view-line", "36×32×32");
    await until("a parameter that is called like a keyword has another colour", async () => {
        const [keyword, parameter] = [await colour("model", "model DyRCNNx4"), await colour("skip", "skip: bool")];
        return keyword !== parameter && keyword.startsWith("rgb") && parameter.startsWith("rgb");
    });
});

/** The colour of a word in the line that holds a text; the editor keeps its lines in no order. */
async function colour(word, line) {
    return page.evaluate(
        ([text, around]) => {
            const lines = [...document.querySelectorAll("#editor .view-line")];
            const shown = lines.find((each) => each.textContent.replaceAll("\u00a0", " ").includes(around));
            const found = [...(shown?.querySelectorAll("span span") ?? [])].find((span) => span.textContent.trim() === text);
            return found ? getComputedStyle(found).color : text;
        },
        [word, line],
    );
}

await check("markup in a text stays text", async () => {
    const attack = "<img src=x onerror='window.broken=1'><script>window.broken=1</script>";
    await hand.replace("/// A four-area ventral stream", `/// ${attack} A stream`);
    await page.click("#tab-describe");
    await hand.sees("#text .view-lines", "onerror");
    await page.click("#tab-picture");
    await hand.select("DyRCNNx4");
    await page.keyboard.press("Control+K");
    await page.keyboard.press("Control+I");
    await page.waitForTimeout(500);
    if (await page.evaluate(() => window.broken !== undefined)) {
        throw new Error("a script ran");
    }
});

await check("a reload keeps the text and the place", async () => {
    const before = await hand.text();
    await page.reload();
    await page.locator("body[data-ready]").waitFor();
    await hand.draws("DyRCNNx4");
    if ((await hand.text()) !== before) {
        throw new Error("the text is another");
    }
});

await check("Reset brings the example back", async () => {
    await page.click("#reset");
    await until("the text is as it came", async () => (await hand.text()).includes("area Cortex("));
    await page.locator("#reset").waitFor({ state: "hidden" });
});

await check("every text that is offered is without mistakes and has a picture", async () => {
    for (const name of await page.locator("#document option").allInnerTexts()) {
        await page.selectOption("#document", { label: name });
        await hand.sees("#state", "No mistakes");
        await hand.picture.locator("svg").waitFor();
    }
});

await check("nothing was asked of other hosts, and nothing went wrong", async () => {
    if (strange.length > 0) {
        throw new Error(strange.slice(0, 3).join("; "));
    }
});

await check("another name of this machine is refused", async () => {
    const answer = await (await browser.newPage()).goto(address.replace(own.hostname, "elsewhere.test"));
    if (answer.status() !== 403) {
        throw new Error(`answered with ${answer.status()}`);
    }
});

await check("a page of another origin gets nothing, though it knows the token", async () => {
    const server = createServer((_, answer) => answer.end("<!doctype html><title>elsewhere</title>")).listen(
        0,
        "127.0.0.1",
    );
    const other = await browser.newPage();
    await other.goto(`http://127.0.0.1:${server.address().port}/`);
    const got = await other.evaluate(async (base) => {
        const read = await fetch(`${base}start.json`).then(
            () => "read",
            () => "refused",
        );
        const written = await fetch(`${base}file`, { method: "PUT", body: "x" }).then(
            () => "written",
            () => "refused",
        );
        const socket = await new Promise((done) => {
            const line = new WebSocket(`${base.replace("http", "ws")}language`);
            line.onopen = () => done("open");
            line.onerror = () => done("refused");
        });
        return [read, written, socket].join();
    }, address);
    server.close();
    if (got !== "refused,refused,refused") {
        throw new Error(got);
    }
});

await browser.close();
process.exit(failures);

// A browser as a person uses it: by keys and by what can be seen.
import { chromium } from "playwright-core";

export async function launch(hosts) {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            `--host-resolver-rules=MAP ${hosts} 127.0.0.1`,
        ],
    });
}

export class Hand {
    constructor(page) {
        this.page = page;
    }

    /** Selects the first place of a text in the editor. */
    async select(text) {
        await this.page.locator("#editor").click({ position: { x: 300, y: 20 } });
        await this.page.keyboard.press("Control+Home");
        await this.page.keyboard.press("Control+F");
        await this.page.keyboard.press("Control+A");
        await this.page.keyboard.type(text);
        await this.page
            .locator("#editor .find-widget .matchesCount")
            .filter({ hasText: /of [1-9]/ })
            .waitFor();
        await this.page.keyboard.press("Escape");
    }

    async replace(text, by) {
        await this.select(text);
        await this.page.keyboard.insertText(by);
    }

    /** The whole text: what Download gives. */
    async text() {
        const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.click("#download")]);
        const chunks = [];
        for await (const chunk of await download.createReadStream()) {
            chunks.push(chunk);
        }
        return Buffer.concat(chunks).toString("utf8");
    }

    get picture() {
        return this.page.frameLocator("#canvas iframe");
    }

    async sees(selector, text) {
        await this.page.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: 15000 });
    }

    async draws(text) {
        await this.picture.locator("text", { hasText: text }).first().waitFor({ timeout: 15000 });
    }
}

/** Fails unless `condition` holds within some seconds. */
export async function until(what, condition) {
    for (let tries = 0; tries < 100; tries++) {
        if (await condition()) {
            return;
        }
        await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`not so: ${what}`);
}

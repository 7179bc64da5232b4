// The line between text and views, moved by pointer or arrow keys.
import { part } from "../dom";
import { recall, remember } from "../memory";

const STEP = 2;

export function divider(): void {
    const line = part("divider");
    const main = part("main");
    const move = (percent: number) => {
        const share = Math.min(80, Math.max(20, percent));
        main.style.setProperty("--left", `${share}%`);
        line.setAttribute("aria-valuenow", String(Math.round(share)));
        remember("divider", String(share));
    };
    move(Number(recall("divider") ?? 50));
    line.addEventListener("pointerdown", (down) => {
        line.setPointerCapture(down.pointerId);
        const drag = (event: PointerEvent) => move((100 * event.clientX) / main.clientWidth);
        line.addEventListener("pointermove", drag);
        line.addEventListener("pointerup", () => line.removeEventListener("pointermove", drag), { once: true });
    });
    line.addEventListener("keydown", (event) => {
        const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (step) {
            move(Number(line.getAttribute("aria-valuenow")) + step);
        }
    });
}

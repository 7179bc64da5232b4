// The architecture as a picture, in a frame that runs no script whatever the picture holds.
import { element, part } from "../dom";
import { recall, remember } from "../memory";

const STEP = 1.25;
const policy = window.trustedTypes?.createPolicy("dync-picture", { createHTML: (svg) => svg });

export class Picture {
    private readonly canvas = part("canvas");
    private readonly frame: HTMLIFrameElement;
    private svg = "";
    private size = { width: 1, height: 1 };
    /** Undefined while the picture is as large as there is room for. */
    private scale = recall("zoom") ? Number(recall("zoom")) : undefined;

    constructor() {
        this.frame = element("iframe", { title: "Architecture of the model", scrolling: "no" });
        this.frame.setAttribute("sandbox", "");
        this.canvas.append(this.frame);
        part("smaller").addEventListener("click", () => this.zoom(this.shown() / STEP));
        part("larger").addEventListener("click", () => this.zoom(this.shown() * STEP));
        part("fit").addEventListener("click", () => this.zoom(undefined));
        new ResizeObserver(() => this.layOut()).observe(this.canvas);
    }

    show(svg: string, title: string): void {
        if (svg === this.svg) {
            return;
        }
        this.svg = svg;
        const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? ["", "800", "600"];
        this.size = { width: Number(width), height: Number(height) };
        this.frame.title = `Architecture of ${title}`;
        const page =
            "<!doctype html><meta name=color-scheme content='light dark'>" +
            "<style>html,body{margin:0;background:transparent;overflow:hidden}svg{display:block;width:100%;height:auto}" +
            `.dync .ground{fill:none}</style>${svg}`;
        this.frame.srcdoc = (policy?.createHTML(page) ?? page) as string;
        this.layOut();
    }

    private zoom(scale: number | undefined): void {
        this.scale = scale === undefined ? undefined : Math.min(4, Math.max(0.2, scale));
        remember("zoom", this.scale?.toString() ?? "");
        this.layOut();
    }

    private shown(): number {
        return this.scale ?? this.frame.clientWidth / this.size.width;
    }

    private layOut(): void {
        const room = this.canvas.clientWidth - 2 * 20;
        const width = this.scale === undefined ? Math.min(room, this.size.width * 1.2) : this.size.width * this.scale;
        this.frame.style.width = `${Math.round(width)}px`;
        this.frame.style.height = `${Math.round((width / this.size.width) * this.size.height)}px`;
    }
}

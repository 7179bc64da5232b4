// What dync's server speaks beyond the protocol.
import type { TextDocumentIdentifier } from "vscode-languageserver-protocol";

export type ViewName = "picture" | "wiring" | "unrolled" | "describe" | "graph" | "plan" | "java";

export interface ViewParams {
    textDocument: TextDocumentIdentifier;
    view: ViewName;
    model?: string;
    settings?: string[];
}

export interface View {
    models: string[];
    model: string;
    view: ViewName;
    format: "svg" | "text" | "java";
    content?: string;
    /** Why there is no content. */
    problem?: string;
}

/** Sent after each analysis. */
export interface Analysed {
    uri: string;
    version: number;
    errors: number;
    warnings: number;
    models: string[];
}

// Squiggles. The server's own diagnostics are kept: fixes are asked for with them, and the list of problems shows them.
import {
    type Diagnostic,
    DiagnosticSeverity,
    PublishDiagnosticsNotification,
} from "vscode-languageserver-protocol/browser";
import { monaco } from "../../editor/monaco";
import { type Model, toRange } from "../convert";
import type { Server } from "../server";

const SEVERITIES: Record<DiagnosticSeverity, monaco.MarkerSeverity> = {
    [DiagnosticSeverity.Error]: monaco.MarkerSeverity.Error,
    [DiagnosticSeverity.Warning]: monaco.MarkerSeverity.Warning,
    [DiagnosticSeverity.Information]: monaco.MarkerSeverity.Info,
    [DiagnosticSeverity.Hint]: monaco.MarkerSeverity.Hint,
};

export class Diagnostics {
    private readonly found = new Map<string, Diagnostic[]>();
    private readonly changed = new monaco.Emitter<string>();
    /** Fires with the address of a text whose diagnostics are new. */
    readonly onChange = this.changed.event;

    constructor(server: Server) {
        server.on(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
            const model = monaco.editor.getModel(monaco.Uri.parse(uri));
            if (!model || (version !== undefined && version < model.getVersionId())) {
                return;
            }
            this.found.set(model.uri.toString(), diagnostics);
            monaco.editor.setModelMarkers(model, "dync", diagnostics.map(marker));
            this.changed.fire(model.uri.toString());
        });
    }

    of(model: Model): Diagnostic[] {
        return this.found.get(model.uri.toString()) ?? [];
    }

    /** Those that touch an area. */
    within(model: Model, area: monaco.IRange): Diagnostic[] {
        return this.of(model).filter((one) => monaco.Range.areIntersectingOrTouching(toRange(one.range), area));
    }
}

export function message(diagnostic: Diagnostic): string {
    return typeof diagnostic.message === "string" ? diagnostic.message : diagnostic.message.value;
}

function marker(diagnostic: Diagnostic): monaco.editor.IMarkerData {
    return {
        ...toRange(diagnostic.range),
        severity: SEVERITIES[diagnostic.severity ?? DiagnosticSeverity.Error],
        message: message(diagnostic),
        code: diagnostic.code?.toString(),
        relatedInformation: diagnostic.relatedInformation?.map((related) => ({
            ...toRange(related.location.range),
            resource: monaco.Uri.parse(related.location.uri),
            message: related.message,
        })),
    };
}

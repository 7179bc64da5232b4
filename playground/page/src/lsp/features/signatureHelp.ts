import { SignatureHelpRequest, type SignatureInformation } from "vscode-languageserver-protocol/browser";
import { LANGUAGE } from "../../editor/language";
import { monaco } from "../../editor/monaco";
import { identifier, position, toMarkdown } from "../convert";
import type { Server } from "../server";

export function signatureHelp(server: Server): void {
    const options = server.capabilities.signatureHelpProvider;
    if (!options) {
        return;
    }
    monaco.languages.registerSignatureHelpProvider(LANGUAGE, {
        signatureHelpTriggerCharacters: options.triggerCharacters,
        signatureHelpRetriggerCharacters: options.retriggerCharacters,
        async provideSignatureHelp(model, place, token, context) {
            const answer = await server.ask(
                SignatureHelpRequest.type,
                {
                    textDocument: identifier(model),
                    position: position(place),
                    context: {
                        triggerKind: context.triggerKind as 1 | 2 | 3,
                        triggerCharacter: context.triggerCharacter,
                        isRetrigger: context.isRetrigger,
                    },
                },
                token,
            );
            return (
                answer && {
                    value: {
                        signatures: answer.signatures.map(signature),
                        activeSignature: answer.activeSignature ?? 0,
                        activeParameter: answer.activeParameter ?? 0,
                    },
                    dispose() {},
                }
            );
        },
    });
}

function signature(from: SignatureInformation): monaco.languages.SignatureInformation {
    return {
        label: from.label,
        documentation: from.documentation && toMarkdown(from.documentation),
        activeParameter: from.activeParameter ?? undefined,
        parameters: (from.parameters ?? []).map((parameter) => ({
            label: parameter.label,
            documentation: parameter.documentation && toMarkdown(parameter.documentation),
        })),
    };
}

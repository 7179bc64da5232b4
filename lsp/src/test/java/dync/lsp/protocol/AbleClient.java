package dync.lsp.protocol;

/** A client that can do everything that the server makes a difference for. */
final class AbleClient {
    private AbleClient() {}

    /** The parameters of its first message, without asking for diagnostics: it is sent them. */
    static String initialize() {
        return initialize("");
    }

    /** The same for one that asks for diagnostics. */
    static String initializePulling() {
        return initialize("\"diagnostic\":{\"relatedDocumentSupport\":true},");
    }

    private static String initialize(String more) {
        return """
                {"processId":null,"rootUri":null,"initializationOptions":{"commands":["dync.describe","dync.compile","dync.train"]},
                 "capabilities":{
                  "general":{"positionEncodings":["utf-16"]},
                  "textDocument":{%s
                   "synchronization":{"didSave":true},
                   "completion":{"completionItem":{"snippetSupport":true,"documentationFormat":["markdown"],
                    "resolveSupport":{"properties":["documentation","detail"]},"labelDetailsSupport":true,
                    "insertReplaceSupport":true},"contextSupport":true},
                   "hover":{"contentFormat":["markdown"]},
                   "signatureHelp":{"signatureInformation":{"documentationFormat":["markdown"],
                    "parameterInformation":{"labelOffsetSupport":true},"activeParameterSupport":true}},
                   "definition":{"linkSupport":true},"declaration":{"linkSupport":true},"typeDefinition":{"linkSupport":true},
                   "references":{},"documentHighlight":{},
                   "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},
                   "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}},
                    "isPreferredSupport":true},
                   "codeLens":{},"documentLink":{"tooltipSupport":true},
                   "formatting":{},"rangeFormatting":{},
                   "rename":{"prepareSupport":true,"prepareSupportDefaultBehavior":1},
                   "foldingRange":{"lineFoldingOnly":false},"selectionRange":{},
                   "callHierarchy":{},
                   "semanticTokens":{"requests":{"full":{"delta":true},"range":true},"tokenTypes":["type"],
                    "tokenModifiers":[],"formats":["relative"]},
                   "inlayHint":{"resolveSupport":{"properties":["tooltip"]}},
                   "publishDiagnostics":{"relatedInformation":true,"versionSupport":true,"tagSupport":{"valueSet":[1,2]}}
                  },
                  "workspace":{"workspaceEdit":{"documentChanges":true},"symbol":{},"workspaceFolders":true,
                   "executeCommand":{},"textDocumentContent":{},"fileOperations":{"didCreate":true,"didRename":true,
                   "didDelete":true,"willRename":true},
                   "inlayHint":{"refreshSupport":true},"codeLens":{"refreshSupport":true},
                   "semanticTokens":{"refreshSupport":true},"diagnostics":{"refreshSupport":true}},
                  "window":{"workDoneProgress":true}
                 }}
                """.formatted(more);
    }
}

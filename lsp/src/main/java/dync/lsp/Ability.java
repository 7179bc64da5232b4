package dync.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;

/** Something that a client may or may not be able to do, with the place in its capabilities where it says so. */
public enum Ability {
    /** It fills in completions with places to jump to. */
    SNIPPETS("textDocument.completion.completionItem.snippetSupport"),
    /** It can put a completion in the place of a whole word or of what is before the caret alone. */
    INSERT_REPLACE("textDocument.completion.completionItem.insertReplaceSupport"),
    /** It shows parameters by their place in the label of a signature. */
    LABEL_OFFSETS("textDocument.signatureHelp.signatureInformation.parameterInformation.labelOffsetSupport"),
    /** It shows Markdown where the mouse rests. */
    MARKDOWN("textDocument.hover.contentFormat", "markdown"),
    /** It asks for diagnostics instead of being sent them. */
    PULLED_DIAGNOSTICS("textDocument.diagnostic"),
    /** It takes definitions that say where a whole declaration stands. */
    DEFINITION_LINKS("textDocument.definition.linkSupport"),
    DECLARATION_LINKS("textDocument.declaration.linkSupport"),
    TYPE_DEFINITION_LINKS("textDocument.typeDefinition.linkSupport"),
    /** It shows symbols inside of others. */
    SYMBOL_TREES("textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"),
    /** It asks whether a name may be changed before it lets one type. */
    PREPARED_RENAME("textDocument.rename.prepareSupport"),
    /** It asks for the place of a symbol of the workspace when it wants to go there. */
    LAZY_SYMBOLS("workspace.symbol.resolveSupport.properties", "location.range"),
    /** It asks the server for the text of addresses that are no files. */
    VIRTUAL_DOCUMENTS("workspace.textDocumentContent"),
    /** It takes edits together with the versions of the texts that they are for. */
    VERSIONED_EDITS("workspace.workspaceEdit.documentChanges"),
    /** It answers questions about its settings. */
    CONFIGURATION("workspace.configuration"),
    /** It can be asked to tell of files that change on disk. */
    WATCHED_FILES("workspace.didChangeWatchedFiles.dynamicRegistration"),
    /** It shows a file when asked to. */
    SHOWN_DOCUMENTS("window.showDocument.support");

    private final String path;
    private final String word;

    /** @param path where it says {@code true}, or says anything but {@code false} */
    Ability(String path) {
        this(path, "");
    }

    /** @param word what stands in the list at {@code path} */
    Ability(String path, String word) {
        this.path = path;
        this.word = word;
    }

    static Set<Ability> of(ClientCapabilities capabilities) {
        JsonElement json = new MessageJsonHandler(java.util.Map.of()).getGson().toJsonTree(capabilities);
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        Stream.of(values()).filter(ability -> ability.isIn(json)).forEach(abilities::add);
        return abilities;
    }

    private boolean isIn(JsonElement json) {
        JsonElement at = json;
        for (String name : path.split("\\.")) {
            if (!(at instanceof JsonObject object) || !object.has(name)) {
                return false;
            }
            at = object.get(name);
        }
        if (at instanceof JsonArray list) {
            return list.contains(new JsonPrimitive(word));
        }
        return at instanceof JsonPrimitive flag ? flag.getAsBoolean() : at.isJsonObject();
    }
}

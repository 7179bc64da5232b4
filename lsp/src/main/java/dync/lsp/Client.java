package dync.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dync.lsp.text.Encoding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/**
 * A client, as it presents itself when it connects.
 *
 * @param tokenTypes the types of words that it can paint
 * @param analysed whether it wants {@code dync/analysed}
 * @param commands the commands of its own that code lenses may name
 */
public record Client(
        Encoding encoding, Set<Ability> abilities, Set<String> tokenTypes, boolean analysed, Set<String> commands) {

    public static Client of(InitializeParams params) {
        ClientCapabilities said = Optional.ofNullable(params.getCapabilities()).orElseGet(ClientCapabilities::new);
        List<String> encodings = Optional.ofNullable(said.getGeneral())
                .map(GeneralClientCapabilities::getPositionEncodings)
                .orElse(List.of());
        Set<String> tokenTypes = Optional.ofNullable(said.getTextDocument())
                .map(TextDocumentClientCapabilities::getSemanticTokens)
                .map(SemanticTokensCapabilities::getTokenTypes)
                .<Set<String>>map(LinkedHashSet::new)
                .orElse(Set.of());
        JsonObject options = params.getInitializationOptions() instanceof JsonObject object ? object : new JsonObject();
        boolean analysed = options.get("analysed") instanceof JsonPrimitive flag && flag.getAsBoolean();
        return new Client(Encoding.of(encodings), Ability.of(said), tokenTypes, analysed, commands(options));
    }

    public boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    private static Set<String> commands(JsonObject options) {
        Set<String> commands = new LinkedHashSet<>();
        if (options.get("commands") instanceof JsonArray names) {
            names.forEach(name -> commands.add(name.getAsString()));
        }
        return commands;
    }
}

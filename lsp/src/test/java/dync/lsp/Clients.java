package dync.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;

/** Clients for tests, each made from what it says when it connects. */
public final class Clients {
    private Clients() {}

    /** One that says nothing of itself. */
    public static Client plain() {
        return Client.of(new InitializeParams());
    }

    /** One that brings commands of its own. */
    public static Client with(String... commands) {
        InitializeParams params = new InitializeParams();
        JsonObject options = new JsonObject();
        JsonArray names = new JsonArray();
        List.of(commands).forEach(names::add);
        options.add("commands", names);
        params.setInitializationOptions(options);
        return Client.of(params);
    }

    /** One that can paint these types of words. */
    public static Client painting(String... types) {
        InitializeParams params = new InitializeParams();
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        SemanticTokensCapabilities tokens = new SemanticTokensCapabilities(true);
        tokens.setTokenTypes(List.of(types));
        text.setSemanticTokens(tokens);
        params.setCapabilities(new ClientCapabilities(null, text, null));
        return Client.of(params);
    }
}

package dync.lsp.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.lsp.DynServer;
import dync.lsp.wire.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One who types into one text and asks, as editors do after each key, all that can be asked; over the JSON of the protocol. */
public final class Typist implements AutoCloseable {
    private static final int SECONDS = 60;

    /**
     * What came back.
     *
     * @param end how long the text was
     */
    public record Answer(String question, int end, double millis) {}

    private final String uri;
    private final DynServer server =
            new DynServer(Path.of(System.getProperty("java.io.tmpdir"), "dync-typist"), () -> {});
    private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    private final Wire<?> wire = server.connect(
            message -> received.add(JsonParser.parseString(message).getAsJsonObject()));
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> questions = new LinkedHashMap<>();
    private int version = 1;
    private int ids = 0;

    private Typist(String uri) {
        this.uri = uri;
    }

    /** With an empty text, and every question that the server says it answers. */
    public static Typist sitDown(String uri) {
        Typist typist = new Typist(uri);
        JsonObject able = typist.ask("initialize", AbleClient.initialize())
                .getAsJsonObject("result")
                .getAsJsonObject("capabilities");
        typist.tell("initialized", "{}");
        typist.tell(
                "textDocument/didOpen",
                "{\"textDocument\":{\"uri\":\"" + uri + "\",\"languageId\":\"dyn\",\"version\":1,\"text\":\"\"}}");
        typist.ask("textDocument/completion", able, "completionProvider", "POSITION");
        typist.ask("textDocument/signatureHelp", able, "signatureHelpProvider", "POSITION");
        typist.ask("textDocument/hover", able, "hoverProvider", "POSITION");
        typist.ask("textDocument/definition", able, "definitionProvider", "POSITION");
        typist.ask("textDocument/documentHighlight", able, "documentHighlightProvider", "POSITION");
        typist.ask(
                "textDocument/references",
                able,
                "referencesProvider",
                "POSITION,\"context\":{\"includeDeclaration\":true}");
        typist.ask("textDocument/documentSymbol", able, "documentSymbolProvider", "TEXT");
        typist.ask("textDocument/semanticTokens/full", able, "semanticTokensProvider", "TEXT");
        typist.ask("textDocument/inlayHint", able, "inlayHintProvider", "TEXT,\"range\":WHOLE");
        typist.ask("textDocument/foldingRange", able, "foldingRangeProvider", "TEXT");
        typist.ask("textDocument/selectionRange", able, "selectionRangeProvider", "TEXT,\"positions\":[HERE]");
        typist.ask("textDocument/codeLens", able, "codeLensProvider", "TEXT");
        typist.ask("textDocument/documentLink", able, "documentLinkProvider", "TEXT");
        typist.ask("textDocument/prepareCallHierarchy", able, "callHierarchyProvider", "POSITION");
        typist.ask(
                "textDocument/formatting",
                able,
                "documentFormattingProvider",
                "TEXT,\"options\":{\"tabSize\":4,\"insertSpaces\":true}");
        typist.ask(
                "textDocument/codeAction",
                able,
                "codeActionProvider",
                "TEXT,\"range\":WHOLE,\"context\":{\"diagnostics\":[]}");
        return typist;
    }

    private void ask(String method, JsonObject able, String capability, String params) {
        JsonElement provider = able.get(capability);
        if (provider != null && !provider.toString().equals("false")) {
            questions.put(method, params);
        }
    }

    /** The questions that are asked; for tests that must not pass by asking nothing. */
    public List<String> questions() {
        return List.copyOf(questions.keySet());
    }

    /** Writes something at the end. */
    public void type(String characters) {
        String here = position(text.length());
        text.append(characters);
        change("{\"range\":{\"start\":" + here + ",\"end\":" + here + "},\"text\":" + quoted(characters) + "}");
    }

    /** Replaces the text. */
    public void write(String whole) {
        text.setLength(0);
        text.append(whole);
        change("{\"text\":" + quoted(whole) + "}");
    }

    private void change(String change) {
        version++;
        tell(
                "textDocument/didChange",
                "{\"textDocument\":{\"uri\":\"" + uri + "\",\"version\":" + version + "},\"contentChanges\":[" + change
                        + "]}");
    }

    /**
     * Waits for the diagnostics and asks every question, one after the other.
     *
     * @throws AssertionError where one is answered with an error
     */
    public List<Answer> askEverything(int caret) {
        List<Answer> answers = new ArrayList<>();
        answers.add(awaitDiagnostics());
        questions.forEach((method, params) -> answers.add(ask(method, caret)));
        return answers;
    }

    /** Asks one question at a place. */
    public Answer ask(String method, int caret) {
        String here = position(Math.min(caret, text.length()));
        String params = questions
                .get(method)
                .replace("POSITION", "TEXT,\"position\":HERE")
                .replace("TEXT", "\"textDocument\":{\"uri\":\"" + uri + "\"}")
                .replace("HERE", here)
                .replace("WHOLE", "{\"start\":" + position(0) + ",\"end\":" + position(text.length()) + "}");
        long begun = System.nanoTime();
        JsonObject answer = ask(method, "{" + params + "}");
        double millis = (System.nanoTime() - begun) / 1e6;
        if (answer.has("error")) {
            throw new AssertionError(method + " at " + caret + " of\n" + text + "\nis answered with " + answer);
        }
        return new Answer(method, text.length(), millis);
    }

    /** Waits until the diagnostics of the newest version are there. */
    public Answer awaitDiagnostics() {
        long begun = System.nanoTime();
        while (true) {
            JsonObject message = next();
            if (message.toString().contains("publishDiagnostics")
                    && message.getAsJsonObject("params")
                            .get("uri")
                            .getAsString()
                            .equals(uri)
                    && message.getAsJsonObject("params").has("version")
                    && message.getAsJsonObject("params").get("version").getAsInt() == version) {
                return new Answer("diagnostics", text.length(), (System.nanoTime() - begun) / 1e6);
            }
        }
    }

    private JsonObject ask(String method, String params) {
        int id = ++ids;
        wire.receive("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
        while (true) {
            JsonObject message = next();
            if (message.has("id") && !message.has("method") && message.get("id").getAsInt() == id) {
                return message;
            }
        }
    }

    private void tell(String method, String params) {
        wire.receive("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    private JsonObject next() {
        try {
            JsonObject message = received.poll(SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came in " + SECONDS + " s; the text is\n" + text);
            }
            if (message.has("method") && message.has("id")) {
                wire.receive("{\"jsonrpc\":\"2.0\",\"id\":" + message.get("id") + ",\"result\":null}");
            }
            if (message.toString().contains("this is a defect of dync")) {
                throw new AssertionError("with the text\n" + text + "\nthe server says " + message);
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String position(int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return "{\"line\":" + line + ",\"character\":" + (offset - before.lastIndexOf('\n') - 1) + "}";
    }

    private static String quoted(String characters) {
        return new com.google.gson.JsonPrimitive(characters).toString();
    }

    @Override
    public void close() {
        server.close();
    }
}

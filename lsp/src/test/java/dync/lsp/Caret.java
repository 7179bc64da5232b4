package dync.lsp;

import dync.lsp.analysis.Workspace;
import dync.lsp.document.Document;
import dync.lsp.document.Documents;
import dync.lsp.document.StandardLibrary;
import dync.lsp.feature.Snapshot;
import dync.lsp.text.Encoding;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.Position;

/**
 * A text with a caret, written as {@code ‸}, for tests of features: {@code conv(‸8)}. Further texts can be opened beside
 * it, at addresses below {@code memory:/}.
 */
public record Caret(Snapshot snapshot, int offset) {
    public static final String MARK = "‸";

    private static final Client CLIENT = new Client(
            Encoding.UTF16, EnumSet.complementOf(EnumSet.of(Ability.PULLED_DIAGNOSTICS)), Set.of(), false, Set.of());

    /** The text is opened as {@code memory:/test.dyn}; a client that can do everything asks. */
    public static Caret in(String text) {
        return in(text, CLIENT, new Documents(Encoding.UTF16, StandardLibrary.virtual()));
    }

    /** The same at another address. */
    public static Caret in(String text, String uri) {
        return in(text, uri, CLIENT, new Documents(CLIENT.encoding(), StandardLibrary.virtual()));
    }

    /** The same asked by another client. */
    public static Caret in(String text, Client client) {
        return in(text, client, new Documents(client.encoding(), StandardLibrary.virtual()));
    }

    public static Caret in(String text, Client client, Documents documents) {
        return in(text, "memory:/test.dyn", client, documents);
    }

    private static Caret in(String text, String uri, Client client, Documents documents) {
        int at = text.indexOf(MARK);
        Document document = documents.open(uri, 1, text.replace(MARK, ""));
        Workspace workspace = new Workspace(documents);
        return new Caret(
                new Snapshot(document, workspace.analysis(document), workspace, client, Settings.DEFAULT),
                Math.max(at, 0));
    }

    /**
     * Several texts, each behind a line such as {@code //- other.dyn}, opened below {@code memory:/}; the one with the
     * caret asks.
     */
    public static Caret inOneOf(String texts) {
        Documents documents = new Documents(CLIENT.encoding(), StandardLibrary.virtual());
        Map<String, String> byUri = new LinkedHashMap<>();
        for (String part : texts.split("(?m)^//- ")) {
            int end = part.indexOf('\n');
            if (end > 0) {
                byUri.put("memory:/" + part.substring(0, end).strip(), part.substring(end + 1));
            }
        }
        byUri.forEach((uri, text) -> documents.open(uri, 1, text.replace(MARK, "")));
        String asking = byUri.keySet().stream()
                .filter(uri -> byUri.get(uri).contains(MARK))
                .findFirst()
                .orElseThrow();
        return in(byUri.get(asking), asking, CLIENT, documents);
    }

    /** The same caret with another text open beside. */
    public Caret beside(String uri, String text) {
        Workspace workspace = snapshot.workspace();
        workspace.documents().open(uri, 1, text);
        Workspace anew = new Workspace(workspace.documents());
        return new Caret(
                new Snapshot(
                        snapshot.document(),
                        anew.analysis(snapshot.document()),
                        anew,
                        snapshot.client(),
                        snapshot.settings()),
                offset);
    }

    public Position position() {
        return snapshot.positions().position(offset);
    }

    /** The text around a model, for tests that care about one line of it. */
    public static String model(String lines) {
        return """
                model Net(tau: time = 10 ms) {
                    clock(step = 2 ms, steps = 10)
                    input(3, 32, 32)
                    %s
                    readout classifier { avgpool; flatten; linear(10) }
                }
                """.formatted(lines);
    }
}

package dync.lsp;

import dync.lsp.analysis.Workspace;
import dync.lsp.document.Document;
import dync.lsp.document.Documents;
import dync.lsp.document.StandardLibrary;
import dync.lsp.feature.Snapshot;
import dync.lsp.text.Encoding;
import java.util.Set;
import org.eclipse.lsp4j.Position;

/**
 * A text with a caret, written as {@code ‸}, for tests of features: {@code conv(‸8)}. Further texts can be opened beside
 * it, at addresses below {@code memory:/}.
 */
public record Caret(Snapshot snapshot, int offset) {
    public static final String MARK = "‸";

    private static final Client CLIENT =
            new Client(Encoding.UTF16, true, false, true, true, false, false, false, false, false, Set.of());

    /** The text is opened as {@code memory:/test.dyn}; a client that can do everything asks. */
    public static Caret in(String text) {
        return in(text, CLIENT, new Documents(Encoding.UTF16, StandardLibrary.virtual()));
    }

    public static Caret in(String text, Client client, Documents documents) {
        int at = text.indexOf(MARK);
        String without = text.replace(MARK, "");
        Document document = documents.open("memory:/test.dyn", 1, without);
        Workspace workspace = new Workspace(documents);
        return new Caret(
                new Snapshot(document, workspace.analysis(document), workspace, client, Settings.DEFAULT),
                Math.max(at, 0));
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

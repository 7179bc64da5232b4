package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dync.compiler.source.Span;
import dync.lsp.Clients;
import dync.lsp.Settings;
import dync.lsp.Texts;
import dync.lsp.analysis.Workspace;
import dync.lsp.document.Document;
import dync.lsp.document.Documents;
import dync.lsp.document.StandardLibrary;
import dync.lsp.feature.hint.InlayHints;
import dync.lsp.feature.hover.Hovers;
import dync.lsp.feature.token.SemanticWords;
import dync.lsp.text.Encoding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that is shown about a text, for every text that stands there while an example is being typed. */
class ShownFeaturesTest {
    private final Documents documents = new Documents(Encoding.UTF16, StandardLibrary.virtual());
    private final Workspace workspace = new Workspace(documents);

    static List<Path> examples() {
        return Texts.examples();
    }

    private Snapshot typed(String text) {
        Document document = documents.open("memory:/typed.dyn", text.length(), text);
        return new Snapshot(
                document, workspace.analysis(document), workspace, Clients.with("dync.train"), Settings.DEFAULT);
    }

    /** Everything that can be asked, with the caret at a place. */
    private static void askAll(Snapshot snapshot, int caret) {
        Span all = new Span(snapshot.source(), 0, snapshot.text().length());
        Hovers.of(snapshot, caret);
        InlayHints.in(snapshot, all);
        Lenses.of(snapshot);
        SemanticWords.of(snapshot);
        for (CallHierarchyItem item : Connections.prepare(snapshot, caret)) {
            Connections.incoming(snapshot, item);
            Connections.outgoing(snapshot, item);
        }
        Folding.of(snapshot);
        Selections.at(snapshot, caret);
        ImportLinks.of(snapshot);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answerForEveryPrefixOfAnExample(Path example) throws IOException {
        String whole = Files.readString(example);
        for (int end : Texts.stops(whole)) {
            String text = whole.substring(0, end);
            assertThatCode(() -> askAll(typed(text), text.length()))
                    .as("behind `%s`", text.substring(Math.max(0, text.length() - 30)))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answerAtEveryPlaceOfAnExampleWithoutOneOfItsLines(Path example) throws IOException {
        List<String> lines = Files.readAllLines(example);
        for (int missing = 0; missing < lines.size(); missing++) {
            int left = missing;
            String text = String.join(
                    "\n",
                    Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                            .filter(line -> line != left)
                            .map(lines::get)
                            .toList());
            Snapshot snapshot = typed(text);
            assertThatCode(() -> askAll(snapshot, 0)).doesNotThrowAnyException();
            for (int place = 0; place < text.length(); place += 17) {
                int caret = place;
                assertThatCode(() -> Hovers.of(snapshot, caret))
                        .as("without line %d, at %d", missing + 1, caret)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void areThereInTensOfMillisecondsForAThousandLines() throws IOException {
        String example = Files.readString(Path.of("../examples/ventral.dyn"));
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.toString().lines().count() < 1000; i++) {
            text.append(example.replace("DyRCNNx4", "DyRCNN" + i)).append('\n');
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            Snapshot snapshot = typed(text + "// " + round);
            snapshot.analysis().models();
            // of the processor: others may be busy on this machine
            long start = threads.getCurrentThreadCpuTime();
            assertThat(SemanticWords.of(snapshot)).hasSizeGreaterThan(20_000);
            assertThat(InlayHints.in(snapshot, new Span(snapshot.source(), 0, text.length())))
                    .hasSizeGreaterThan(200);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        assertThat(best).as("words and hints together, in ns").isLessThan(100_000_000L);
    }
}

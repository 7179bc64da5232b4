package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThatCode;

import dync.lsp.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Half-typed texts: whatever stands there, names can be asked for at the place where someone types. */
class EveryPrefixTest {
    private final Versions versions = new Versions();

    static List<Path> examples() {
        return Texts.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAtTheEndOfEveryPrefix(Path file) throws IOException {
        String text = Files.readString(file);
        for (int end : Texts.stops(text)) {
            Snapshot snapshot = versions.next(text.substring(0, end));
            int caret = end;
            assertThatCode(() -> everything(snapshot, snapshot.positions().position(caret)))
                    .as("%s", snapshot.text())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersWhereALineIsBroken(Path file) throws IOException {
        String[] lines = Files.readString(file).split("(?<=\n)");
        for (int broken = 0; broken < lines.length; broken++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < lines.length; i++) {
                text.append(i == broken ? lines[i].replaceAll("\\W", "") + "\n" : lines[i]);
            }
            Snapshot snapshot = versions.next(text.toString());
            Position start = new Position(broken, 0);
            Position next = new Position(broken + 1, 6);
            assertThatCode(() -> {
                        everything(snapshot, start);
                        everything(snapshot, next);
                        Renaming.of(snapshot, next, "other", () -> false);
                    })
                    .as("%s", text)
                    .doesNotThrowAnyException();
        }
    }

    private static void everything(Snapshot snapshot, Position at) {
        Definitions.of(snapshot, at, true);
        TypeDefinitions.of(snapshot, at, true);
        References.of(snapshot, at, true, () -> false);
        Highlights.of(snapshot, at);
        Renaming.prepare(snapshot, at);
        DocumentSymbols.of(snapshot);
    }
}

package dync.lsp.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import dync.lsp.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.lsp4j.CompletionItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Half a file is what an editor sees most of the time. */
class CompletionPrefixTest {
    static List<Path> examples() {
        return Texts.examples();
    }

    private static void ask(String text, int caret) {
        Caret asked = Caret.in(text.substring(0, caret) + Caret.MARK + text.substring(caret));
        List<CompletionItem> items =
                Completions.of(asked.snapshot(), asked.offset()).getItems();
        assertThat(items)
                .extracting(CompletionItem::getLabel)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        items.forEach(item -> assertThat(
                        item.getTextEdit().getRight().getReplace().getStart().getLine())
                .isEqualTo(asked.position().getLine()));
        Signatures.of(asked.snapshot(), asked.offset());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAtTheEndOfEveryPrefix(Path example) throws IOException {
        String text = Files.readString(example);
        for (int end : Texts.stops(text)) {
            ask(text.substring(0, end), end);
        }
    }

    @Property(tries = 200)
    void answersWhateverIsCutOut(@ForAll("cuts") Cut cut) {
        ask(cut.text, cut.caret);
    }

    record Cut(String text, int caret) {}

    /** An example without a stretch of it, and a caret near the gap. */
    @Provide
    Arbitrary<Cut> cuts() throws IOException {
        List<String> texts = examples().stream()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
        return Arbitraries.of(texts).flatMap(text -> Arbitraries.integers()
                .between(0, text.length())
                .flatMap(from -> Arbitraries.integers()
                        .between(0, 60)
                        .flatMap(length -> Arbitraries.integers().between(-5, 5).map(shift -> {
                            String left =
                                    text.substring(0, from) + text.substring(Math.min(text.length(), from + length));
                            return new Cut(left, Math.max(0, Math.min(left.length(), from + shift)));
                        }))));
    }
}

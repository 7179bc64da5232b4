package dync.lsp.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import dync.lsp.analysis.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the examples is offered where it stands. */
class CompletionRoundTripTest {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    @ParameterizedTest
    @ValueSource(strings = {"ventral", "simple_rcnn", "custom_rcnn", "adaptive_rcnn", "two_streams"})
    void offersEveryNameOfAnExample(String name) throws IOException {
        String text = Files.readString(Path.of("../examples/" + name + ".dyn"));
        Set<Integer> declared = Caret.in(text).snapshot().index().symbols().all().stream()
                .map(Symbol::name)
                .map(each -> each.span().start())
                .collect(java.util.stream.Collectors.toSet());
        List<String> missing = new ArrayList<>();
        Matcher words = WORD.matcher(blankComments(text));
        while (words.find()) {
            if (!declared.contains(words.start()) && !isNamedHere(text, words.start())) {
                Caret caret = Caret.in(text.substring(0, words.start()) + Caret.MARK + text.substring(words.end()));
                List<String> labels = Completions.of(caret.snapshot(), caret.offset()).getItems().stream()
                        .map(CompletionItem::getFilterText)
                        .toList();
                if (!labels.contains(words.group())) {
                    missing.add(words.group() + " in line "
                            + text.substring(0, words.start()).lines().count() + ": " + labels);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Aliases are names of their own. */
    private static boolean isNamedHere(String text, int at) {
        return text.substring(0, at).endsWith("@alias(");
    }

    private static String blankComments(String text) {
        Matcher comments = Pattern.compile("//[^\n]*|\"[^\"\n]*\"").matcher(text);
        return comments.replaceAll(found -> " ".repeat(found.group().length()));
    }
}

package dync.compiler.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.evaluate.Functions;
import dync.compiler.value.Symbol;
import dync.compiler.value.TimeUnit;
import dync.compiler.value.Type;
import dync.grammar.DynLexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The reference leaves out no word of the language. */
class LanguagePageTest {
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]+`");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    @Test
    void every_keyword_type_function_and_named_value_stands_in_the_reference() throws IOException {
        Set<String> words = new TreeSet<>(Functions.names());
        words.addAll(Type.NAMES);
        Arrays.stream(Symbol.values()).map(Symbol::word).forEach(words::add);
        words.addAll(TimeUnit.symbols());
        IntStream.rangeClosed(DynLexer.MODEL, DynLexer.MOD)
                .mapToObj(DynLexer.VOCABULARY::getLiteralName)
                .filter(literal -> literal != null)
                .map(literal -> literal.replace("'", ""))
                .forEach(words::add);
        words.removeAll(explained());
        assertThat(words).as("words that docs/language.md leaves out").isEmpty();
    }

    /** The words that stand in code. */
    private static Set<String> explained() throws IOException {
        return CODE.matcher(Files.readString(Path.of("../docs/language.md")))
                .results()
                .map(MatchResult::group)
                .flatMap(code -> WORD.matcher(code).results().map(MatchResult::group))
                .collect(Collectors.toSet());
    }
}

package dync.lsp.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.compiler.evaluate.Functions;
import dync.compiler.value.Symbol;
import dync.compiler.value.TimeUnit;
import dync.compiler.value.Type;
import dync.grammar.DynLexer;
import dync.lsp.words.Entry.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page leaves out no word of the language and holds none that is not of it. */
class GlossaryTest {
    private static Set<String> words(Section... sections) {
        List<Section> wanted = List.of(sections);
        return Glossary.page().entries().stream()
                .filter(entry -> wanted.contains(entry.section()))
                .map(Entry::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void explainsEveryKeyword() {
        Set<String> keywords = IntStream.rangeClosed(DynLexer.MODEL, DynLexer.MOD)
                .mapToObj(DynLexer.VOCABULARY::getLiteralName)
                .filter(literal -> literal != null)
                .map(literal -> literal.replace("'", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> explained = words(Section.DECLARATIONS, Section.STATEMENTS);
        explained.remove("@alias");

        assertThat(explained).isEqualTo(keywords);
    }

    @Test
    void explainsEveryTypeFunctionUnitAndNamedValue() {
        assertThat(words(Section.TYPES)).containsExactlyInAnyOrderElementsOf(Type.NAMES);
        assertThat(Functions.names())
                .allSatisfy(name -> assertThat(Glossary.page().find(name, Section.FUNCTIONS))
                        .isPresent());
        assertThat(words(Section.UNITS)).containsExactlyInAnyOrderElementsOf(TimeUnit.symbols());
        assertThat(words(Section.VALUES))
                .isEqualTo(Arrays.stream(Symbol.values())
                        .map(Symbol::word)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void writesEachWordInItsFirstForm() {
        assertThat(Glossary.page().entries()).allSatisfy(entry -> {
            String word = entry.word().replace("@", "");
            assertThat(entry.forms().get(0))
                    .containsPattern("(^|\\W)" + word.replace(".", "\\.") + "(\\W|$)|[0-9] " + word);
            assertThat(entry.text()).endsWith(".");
        });
    }

    @Test
    void takesFromTheCompilerWhatAFunctionTakesAndMeans() {
        assertThat(Glossary.page().find("orthogonal", Section.FUNCTIONS)).hasValueSatisfying(entry -> {
            assertThat(entry.forms()).containsExactly("orthogonal(gain: float = 1)");
            assertThat(entry.text()).contains("Saxe");
        });
    }

    @Test
    void saysWhichLineOfAPageIsNoEntry() {
        assertThatThrownBy(() -> Glossary.parse("## Units\n- **ms**: a time"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("- **ms**: a time");
    }
}

package dync.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.parse.Corpus;
import dync.compiler.parse.Mutations;
import dync.compiler.source.Source;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What formatting never does, tried on files of the project with other spaces, lines, comments and mistakes. */
class FormatterProperties {
    private static final List<String> RIGHT =
            Corpus.right().stream().map(Corpus::read).toList();
    private static final List<String> ALL = Corpus.texts();

    @Provide
    Arbitrary<String> right() {
        return Arbitraries.of(RIGHT);
    }

    @Property(tries = 100)
    void spaces_do_not_matter(@ForAll("right") String text, @ForAll long seed) {
        String respaced = Respacing.inLines(text, seed);
        assertThat(format(respaced)).as(respaced).isEqualTo(format(text));
    }

    @Property(tries = 100)
    void lines_and_comments_anywhere_keep_meaning_and_form(@ForAll("right") String text, @ForAll long seed) {
        keepsMeaningAndForm(Respacing.anywhere(text, seed));
    }

    @Property(tries = 100)
    void mistakes_keep_meaning_and_form(@ForAll long seed) {
        keepsMeaningAndForm(new Mutations(ALL, seed).next());
    }

    @Property(tries = 100)
    void line_ends_of_other_systems_stay(@ForAll("right") String text) {
        assertThat(format(text.replace("\n", "\r\n"))).isEqualTo(format(text).replace("\n", "\r\n"));
    }

    private static void keepsMeaningAndForm(String text) {
        String once = format(text);
        assertThat(Meaning.of(once)).as(text).isEqualTo(Meaning.of(text.replace("\r\n", "\n")));
        assertThat(format(once)).as(text).isEqualTo(once);
    }

    private static String format(String text) {
        return Formatter.format(new Source("text.dyn", text)).text();
    }
}

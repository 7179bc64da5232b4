package dync.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderersTest {
    private static final TerminalRenderer PLAIN = new TerminalRenderer(false);

    private static Span span(Source source, String text) {
        int at = source.text().indexOf(text);
        return new Span(source, at, at + text.length());
    }

    @Test
    void a_diagnostic_shows_its_place_its_words_and_its_help() {
        Source source = new Source("ventral.dyn", "\n".repeat(30) + "    skip V1 -> V4 { conv(64) }\n");
        Diagnostic diagnostic = Diagnostic.error(Code.DYN0505, span(source, "conv(64)"), "the skip cannot be added")
                .says("yields 64×8×8")
                .fix("make it 121", span(source, "64"), "121");
        assertThat(PLAIN.render(diagnostic)).isEqualTo("""
                        error[DYN0505]: the skip cannot be added
                          ┌─ ventral.dyn:31:21
                        31│     skip V1 -> V4 { conv(64) }
                          │                     ^^^^^^^^ yields 64×8×8
                          = help: make it 121
                        """);
    }

    @Test
    void an_edit_that_the_advice_does_not_spell_out_is_shown() {
        Source source = new Source("a.dyn", "delay = 5 ms");
        Diagnostic diagnostic = Diagnostic.warning(Code.DYN0505, span(source, "5 ms"), "no whole number of steps")
                .fix("take the next one", span(source, "5 ms"), "6 ms")
                .fix("take it out", span(source, "5 ms"), "");
        assertThat(PLAIN.render(diagnostic)).isEqualTo("""
                        warning[DYN0505]: no whole number of steps
                         ┌─ a.dyn:1:9
                        1│ delay = 5 ms
                         │         ^^^^
                         = help: take the next one: `6 ms`
                         = help: take it out
                        """);
    }

    @Test
    void labels_on_the_same_and_on_other_lines_and_in_other_files_are_marked() {
        Source source = new Source("a.dyn", "area V1\narea V2\n\n\narea V1 V1\n");
        Source other = new Source("b.dyn", "import a");
        Span again = new Span(source, 23, 25);
        Diagnostic diagnostic = Diagnostic.error(Code.DYN0505, again, "V1 is declared twice")
                .says("again")
                .label(new Span(source, 26, 28), "and again")
                .label(span(source, "V1"), "first here")
                .label(span(other, "a"), "from here");
        assertThat(PLAIN.render(diagnostic)).isEqualTo("""
                        error[DYN0505]: V1 is declared twice
                         ┌─ a.dyn:5:6
                        1│ area V1
                         │      -- first here
                         ·
                        5│ area V1 V1
                         │         -- and again
                         │      ^^ again
                         ├─ b.dyn:1:8
                        1│ import a
                         │        - from here
                        """);
    }

    @Test
    void tabs_and_wide_characters_keep_marks_below_their_text() {
        Source source = new Source("a.dyn", "\tlet 漢字 = é\uD83D\uDE00 x\r\n");
        assertThat(PLAIN.render(Diagnostic.error(Code.DYN0505, span(source, "x"), "m")))
                .contains("1│     let 漢字 = é\uD83D\uDE00 x\n │                    ^\n");
    }

    @Test
    void places_at_the_end_of_an_empty_text_and_over_several_lines_have_a_mark() {
        Source empty = new Source("a.dyn", "");
        assertThat(PLAIN.render(Diagnostic.error(Code.DYN0505, new Span(empty, 0, 0), "m")))
                .contains("1│ \n │ ^\n");
        Source lines = new Source("a.dyn", "one\ntwo");
        assertThat(PLAIN.render(Diagnostic.error(Code.DYN0505, new Span(lines, 1, 6), "m")))
                .contains(" │  ^^\n");
    }

    @Test
    void colours_come_only_where_they_are_asked_for() {
        Diagnostic diagnostic = Diagnostic.error(Code.DYN0505, new Span(new Source("a.dyn", "x"), 0, 1), "m");
        assertThat(PLAIN.render(diagnostic)).doesNotContain("\u001B");
        assertThat(new TerminalRenderer(true).render(diagnostic)).contains("\u001B[1;31merror[DYN0505]\u001B[0m");
    }

    @Test
    void a_summary_counts() {
        Source source = new Source("ventral.dyn", "xyz");
        Diagnostic error = Diagnostic.error(Code.DYN0505, new Span(source, 0, 1), "m");
        Diagnostic warning = Diagnostic.warning(Code.DYN0505, new Span(source, 1, 2), "m");
        assertThat(Summary.of(List.of(error, error, warning))).isEqualTo("2 errors, 1 warning in ventral.dyn");
        assertThat(Summary.of(List.of(warning))).isEqualTo("1 warning in ventral.dyn");
        assertThat(PLAIN.render(List.of())).isEmpty();
    }

    @Test
    void json_has_one_object_a_line_with_places_from_one() {
        Source source = new Source("a.dyn", "\ndelay = 5 <ms>");
        Diagnostic diagnostic = Diagnostic.error(Code.DYN0505, span(source, "5 <ms>"), "wrong \"delay\"")
                .help("think")
                .fix("change it", span(source, "5"), "6");
        String line = new JsonRenderer().render(List.of(diagnostic, diagnostic));
        assertThat(line.lines()).hasSize(2);
        JsonObject object =
                JsonParser.parseString(line.lines().findFirst().orElseThrow()).getAsJsonObject();
        assertThat(object.get("code").getAsString()).isEqualTo("DYN0505");
        assertThat(object.get("severity").getAsString()).isEqualTo("error");
        assertThat(object.get("message").getAsString()).isEqualTo("wrong \"delay\"");
        assertThat(object.get("file").getAsString()).isEqualTo("a.dyn");
        assertThat(object.get("line").getAsInt()).isEqualTo(2);
        assertThat(object.get("column").getAsInt()).isEqualTo(9);
        assertThat(object.get("endLine").getAsInt()).isEqualTo(2);
        assertThat(object.get("endColumn").getAsInt()).isEqualTo(15);
        assertThat(object.getAsJsonArray("helps")).hasSize(2);
        JsonObject edit =
                object.getAsJsonArray("helps").get(1).getAsJsonObject().getAsJsonObject("edit");
        assertThat(edit.toString())
                .isEqualTo(
                        "{\"file\":\"a.dyn\",\"line\":2,\"column\":9,\"endLine\":2,\"endColumn\":10,\"replacement\":\"6\"}");
    }
}

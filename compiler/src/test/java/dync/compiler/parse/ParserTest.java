package dync.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Module;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParserTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private Module parse(String text) {
        return Parser.parse(new Source("test.dyn", text), diagnostics);
    }

    static List<Path> right() {
        return Corpus.right();
    }

    @ParameterizedTest
    @MethodSource("right")
    void the_standard_library_and_the_examples_parse_without_a_word(Path file) {
        parse(Corpus.read(file));
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void five_independent_mistakes_are_told_once_each_and_the_rest_is_read() {
        Module module = parse("""
                model Net(n: int = 10, tau: time = 5 msec) {
                    clock(step = 2 ms steps = 20)
                    aera V1 { emit }
                    skip V1 -> -> V2
                    let half = n /
                    readout out { flatten; linear(n) }
                }
                block After { relu }
                """);
        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly(Code.DYN0106, Code.DYN0103, Code.DYN0110, Code.DYN0111, Code.DYN0112);
        assertThat(diagnostics.all())
                .extracting(diagnostic -> diagnostic.primary().span().line())
                .containsExactly(1, 2, 3, 4, 5);
        Declaration.Model model = (Declaration.Model) module.declarations().get(0);
        assertThat(model.items()).hasSize(5);
        assertThat(model.items().get(1)).isInstanceOf(Item.Area.class);
        assertThat(model.items().get(2)).isInstanceOf(Item.Error.class);
        assertThat(((Item.Let) model.items().get(3)).value()).isInstanceOf(Expression.Error.class);
        assertThat(module.declarations().get(1).name().text()).isEqualTo("After");
    }

    @Test
    void doc_comments_belong_to_what_follows_them_and_other_comments_to_nothing() {
        Module module = parse("""
                /// First.
                ///   Second.
                //// a line
                // not this
                block A(
                    a: int, /// not first of its line
                    /// Of b.
                    b: int,
                ) { relu }
                block B { relu }
                """);
        assertThat(module.declarations().get(0).doc()).contains("First.\nSecond.");
        assertThat(module.declarations().get(0).parameters().get(1).doc()).contains("Of b.");
        assertThat(module.declarations().get(1).doc()).isEmpty();
    }

    @Test
    void spans_cover_what_they_stand_for_in_utf16_units() {
        String text = "// \uD83D\uDE00\nblock A { apply (1 + x) * 2; conv(64, kernel = 3) }";
        Declaration.Block block = (Declaration.Block) parse(text).declarations().get(0);
        assertThat(block.span().text()).isEqualTo("block A { apply (1 + x) * 2; conv(64, kernel = 3) }");
        Step.Apply apply = (Step.Apply) block.body().get(0);
        assertThat(apply.value().span().text()).isEqualTo("(1 + x) * 2");
        assertThat(((Expression.Binary) apply.value()).left().span().text()).isEqualTo("1 + x");
        Step.Op conv = (Step.Op) block.body().get(1);
        assertThat(conv.arguments())
                .extracting(argument -> argument.span().text())
                .containsExactly("64", "kernel = 3");
    }

    @ParameterizedTest
    @CsvSource({"2 ms,2,ms", "0.5s,0.5,s", "1e-3 kHz,0.001,kHz", "40  Hz,40,Hz"})
    void quantities_keep_their_exact_value_and_their_unit(String text, String value, String unit) {
        Declaration.Constant constant =
                (Declaration.Constant) parse("const a = " + text).declarations().get(0);
        Expression.Quantity quantity = (Expression.Quantity) constant.value();
        assertThat(quantity.value()).isEqualByComparingTo(value);
        assertThat(quantity.unit().text()).isEqualTo(unit);
    }

    @Test
    void a_whole_number_is_told_from_one_with_a_point() {
        assertThat(number("3").whole()).isTrue();
        assertThat(number("3.0").whole()).isFalse();
        assertThat(number("1e3").whole()).isFalse();
    }

    private Expression.Number number(String text) {
        return (Expression.Number) ((Declaration.Constant)
                        parse("const a = " + text).declarations().get(0))
                .value();
    }

    @Test
    void a_broken_declaration_keeps_its_name() {
        Module module = parse("block A[3] { relu }\nmodel M { area V1 from { emit } }\n");
        assertThat(module.declarations().get(0)).isInstanceOf(Declaration.Error.class);
        assertThat(module.declarations().get(0).name().text()).isEqualTo("A");
        Item.Declare area = (Item.Declare)
                ((Declaration.Model) module.declarations().get(1)).items().get(0);
        assertThat(area.declaration()).isInstanceOf(Declaration.Error.class);
        assertThat(area.declaration().name().text()).isEqualTo("V1");
    }

    @Test
    void an_empty_text_is_an_empty_module() {
        Module module = parse("");
        assertThat(module.declarations()).isEmpty();
        assertThat(module.span()).isEqualTo(new Span(new Source("test.dyn", ""), 0, 0));
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void a_model_of_a_page_parses_in_less_than_five_milliseconds_when_warm() {
        String text = Corpus.ventral();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 300; i++) {
            long start = System.nanoTime();
            parse(text);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(best / 1e6).as("milliseconds").isLessThan(5);
    }
}

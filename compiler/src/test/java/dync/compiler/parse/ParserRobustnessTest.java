package dync.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.ast.AstPrinter;
import dync.compiler.ast.Module;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.JsonRenderer;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.compiler.source.Source;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, it is parsed without an exception and without a delay that anybody would notice. */
class ParserRobustnessTest {
    private static final long SLOWEST_MILLIS = 200;

    @Test
    void every_prefix_of_a_model_parses() {
        String text = Corpus.ventral();
        for (int end = 0; end <= text.length(); end++) {
            check(text.substring(0, end));
        }
    }

    @Test
    void spoiled_files_parse() {
        spoil(5_000, 20_261_121);
    }

    @Test
    @Tag("long")
    void very_many_spoiled_files_parse() {
        spoil(100_000, System.nanoTime());
    }

    private static void spoil(int times, long seed) {
        Mutations mutations = new Mutations(Corpus.texts(), seed);
        for (int i = 0; i < times; i++) {
            check(mutations.next());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                ")",
                "}",
                "-",
                "not ",
                "f(",
                "if a then ",
                "x ^ ",
                "x + ",
                "x |> f(",
                ",",
                "'",
                "\"",
                "=",
                "."
            })
    void repeated_words_neither_overflow_nor_stall(String word) {
        for (String begin : List.of("", "const a = ", "model M { area A { apply ", "block A(")) {
            check(begin + word.repeat(3_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"if a { ", "repeat 2 { ", "for i in 0..2 { "})
    void deep_bodies_are_told_to_be_too_deep_once(String opening) {
        String text = "model M {\n area A {\n " + opening.repeat(2_000) + "relu" + " }".repeat(2_000)
                + "\n emit\n }\n area B { emit }\n}\n";
        Diagnostics diagnostics = new Diagnostics();
        Module module = Parser.parse(new Source("deep.dyn", text), diagnostics);
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly(Code.DYN0114);
        assertThat(AstPrinter.print(module)).contains("area B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + ", "x ^ ", "- ", "if a then b else ", "x |> f |> ", "x."})
    void long_expressions_are_told_to_be_too_long(String part) {
        Diagnostics diagnostics = new Diagnostics();
        Module module = Parser.parse(
                new Source("long.dyn", "const a = " + part.repeat(20_000) + "x\nconst b = 1\n"), diagnostics);
        assertThat(AstPrinter.print(module)).endsWith("const b = 1\n");
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly(Code.DYN0114);
    }

    @Test
    void long_expressions_inside_of_each_other_are_told_to_be_too_long() {
        String text = "const a = " + ("(" + "x + ".repeat(40)).repeat(100) + "x" + ")".repeat(100);
        Diagnostics diagnostics = new Diagnostics();
        Parser.parse(new Source("long.dyn", text), diagnostics);
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly(Code.DYN0114);
    }

    private static void check(String text) {
        Source source = new Source("spoiled.dyn", text);
        long start = System.nanoTime();
        Diagnostics diagnostics = new Diagnostics();
        try {
            Module module = Parser.parse(source, diagnostics);
            AstPrinter.print(module);
            List<Diagnostic> shown = diagnostics.all().stream().limit(20).toList();
            new TerminalRenderer(true).render(shown);
            new JsonRenderer().render(shown);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("this text is not parsed:\n" + text, e);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (millis > SLOWEST_MILLIS) {
            // a pause of the machine is no fault of the parser: only what is slow twice is slow
            long again = System.nanoTime();
            Parser.parse(source, new Diagnostics());
            assertThat((System.nanoTime() - again) / 1_000_000)
                    .as("milliseconds for\n%s", text.substring(0, Math.min(2_000, text.length())))
                    .isLessThan(SLOWEST_MILLIS);
        }
    }
}

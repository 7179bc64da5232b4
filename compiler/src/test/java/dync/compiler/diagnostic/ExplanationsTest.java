package dync.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationsTest {
    private static final Pattern EXAMPLE = Pattern.compile("```dyn\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(Code.class)
    void every_code_is_explained_with_a_wrong_and_a_mended_example(Code code) {
        String page = Explanations.of(code).orElse("");
        assertThat(page)
                .startsWith("# " + code + ": " + code.title() + "\n")
                .containsSubsequence("Wrong:\n", "Mended:\n")
                .endsWith("\n");
        assertThat(examples(page)).hasSize(2);
    }

    static Stream<Code> syntax() {
        return Arrays.stream(Code.values()).filter(code -> code.name().startsWith("DYN01"));
    }

    @ParameterizedTest
    @MethodSource("syntax")
    void the_wrong_example_has_the_mistake_and_the_mended_one_has_none(Code code) {
        List<String> examples = examples(Explanations.of(code).orElseThrow());
        assertThat(codes(examples.get(0))).contains(code);
        assertThat(codes(examples.get(1))).isEmpty();
    }

    @Test
    void a_code_is_found_however_it_is_written() {
        assertThat(Explanations.code(" dyn0101 ")).contains(Code.DYN0101);
        assertThat(Explanations.code("DYN9999")).isEmpty();
    }

    private static List<String> examples(String page) {
        return EXAMPLE.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private static List<Code> codes(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.parse(new Source("example.dyn", text), diagnostics);
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }
}

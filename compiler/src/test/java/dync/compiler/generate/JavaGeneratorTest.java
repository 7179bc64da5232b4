package dync.compiler.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaGeneratorTest {
    private static final String MODEL = """
            model M() {
                clock(step = 1 ms, steps = 3)
                input(1, 2, 2)
                area A { emit }
                readout x { flatten }
            }
            """;

    @Test
    void no_backslash_reaches_a_comment_where_java_would_read_an_escape() {
        String text = Compiled.model("C:\\users\\me\\m.dyn", "/// after \\user and \\u0041\n" + MODEL, List.of())
                .java()
                .text();
        assertThat(text.lines()
                        .filter(line -> line.contains("//") || line.trim().startsWith("*")))
                .noneMatch(line -> line.contains("\\u"));
    }

    @Test
    void a_comment_of_the_source_cannot_end_the_comment_of_the_class() {
        String text = Compiled.model("m.dyn", "/// rates */ and more\n" + MODEL, List.of())
                .java()
                .text();
        assertThat(text).contains("rates ").doesNotContain("rates */");
    }
}

package dync.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are made of several files. */
class ModulesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void modules() throws IOException {
        write("lab/parts.dyn", """
                import lab.curves.bell
                /// One stage.
                area Stage(channels: int) {
                    conv(channels)
                    Bump(2)
                    recurrent(lateral, delay = 4 ms)
                    evolve slow(tau = wait) using ralston
                    emit
                }
                block Bump(width: float) { bell(width) }
                connection lateral(kernel: int = 3) { depthwise(kernel) }
                dynamics slow(tau: time) { x' = (input - x) / tau }
                solver ralston { nodes = [0, 2/3]; stages = [[2/3]]; weights = [1/4, 3/4] }
                const wait = 2 * step
                const step = 5 ms
                model Base(n: int = 3) {
                    clock(step = 2 ms, steps = 10)
                    input(1, 8, 8)
                    area A = Stage(4)
                    readout r { avgpool flatten linear(n) }
                }
                """);
        write("lab/curves.dyn", """
                import lab.parts.step
                fn bell(x, width: float) = exp(-(x / width) ^ 2)
                const twice = 2 * step
                """);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> messages(String text) throws IOException {
        Compilation compilation = Compilation.of(write("main.dyn", text));
        compilation.checkAll();
        return compilation.diagnostics().stream().map(Diagnostic::message).toList();
    }

    private static String using(String imports, String body) {
        return imports + """

                model Mine {
                    clock(step = 2 ms, steps = 10)
                    input(1, 8, 8)
                    %s
                    readout r { avgpool flatten linear(2) }
                }
                """.formatted(body);
    }

    @Test
    void names_come_from_a_module_one_by_one_or_all_at_once() throws IOException {
        assertThat(messages(using("import lab.parts.Stage", "area A = Stage(4)")))
                .isEmpty();
        assertThat(messages(using("import lab.parts.*", "area A = Stage(4) then Bump(1)")))
                .isEmpty();
        assertThat(messages(using("import lab.*", "area A = Stage(4) then bell(1)")))
                .isEmpty();
    }

    @Test
    void a_module_that_is_no_text_is_refused_where_it_is_none() throws IOException {
        byte[] latin = "// Größe\nconst size = 3\nü".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("lab/old.dyn"), latin);
        assertThat(messages(using("import lab.old.size", "area A { conv(size) emit }")))
                .isNotEmpty()
                .noneMatch(message -> message.contains("there is no module"));
    }

    @Test
    void variants_are_made_from_models_of_other_files() throws IOException {
        assertThat(messages("import lab.parts.Base\nmodel Small = Base(n = 2)\nmodel Tiny = Small(n = 1)"))
                .isEmpty();
        assertThat(messages("import lab.parts.Base\nmodel Small = Base(m = 2)"))
                .containsExactly("the model Base has no parameter m");
    }

    @Test
    void what_a_module_imports_is_not_passed_on() throws IOException {
        assertThat(messages(using("import lab.parts.*", "area A = Stage(4) then bell(1)")))
                .containsExactly("there is no operation bell");
        assertThat(messages(using("import lab.parts.bell", "area A { conv(4) bell(1) emit }")))
                .contains("the module lab.parts declares no bell");
        // the same name from where it is declared, beside what uses it
        assertThat(messages(using("import lab.parts.*\nimport lab.curves.bell", "area A = Stage(4) then bell(1)")))
                .isEmpty();
    }

    @Test
    void a_name_of_the_file_hides_an_imported_one() throws IOException {
        assertThat(messages(
                        using("import lab.parts.*\nblock Bump(a: int) { conv(a) }", "area A = Stage(4) then Bump(2)")))
                .isEmpty();
    }

    @Test
    void a_name_that_two_wildcards_bring_is_a_mistake_where_it_is_used() throws IOException {
        write("lab/others.dyn", "block Bump(n: int) { conv(n) }\nconst unrelated = 1\n");
        assertThat(messages(using("import lab.parts.*\nimport lab.others.*", "area A { conv(4) Bump(2) emit }")))
                .containsExactly("the name Bump is imported from lab.parts and from lab.others");
        assertThat(messages(using("import lab.*", "area A { conv(4) Bump(2) emit }")))
                .containsExactly("the name Bump is imported from lab.others and from lab.parts");
        assertThat(messages(using("import lab.parts.*\nimport lab.others.*", "area A { conv(4) emit }")))
                .isEmpty();
        // the same declaration by two ways
        assertThat(messages(using("import lab.parts.*\nimport lab.parts.*", "area A = Stage(4)")))
                .isEmpty();
    }

    @Test
    void a_name_that_is_imported_alone_goes_before_one_of_a_wildcard() throws IOException {
        write("lab/others.dyn", "block Bump(n: int) { conv(n) }\n");
        for (String imports :
                List.of("import lab.others.Bump\nimport lab.parts.*", "import lab.parts.*\nimport lab.others.Bump")) {
            assertThat(messages(using(imports, "area A { conv(4) Bump(n = 2) emit }")))
                    .isEmpty();
        }
    }
}

package dync.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.source.Source;
import org.junit.jupiter.api.Test;

/** What is of the standard library is known by where it came from, not by what a file is called. */
class StandardSourcesTest {

    @Test
    void a_file_in_a_folder_called_dyn_is_the_users() {
        String text = """
                primitive mine() {}
                model M() {
                    clock(step = 1 ms, steps = 2)
                    input(1, 4, 4)
                    area A { mine emit }
                    readout r { avgpool flatten linear(2) }
                }
                """;
        Compilation compilation = Compilation.of(new Source("dyn/mine.dyn", text), ModuleFinder.none());
        compilation.checkAll();
        assertThat(compilation.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.DYN0713);
    }

    @Test
    void every_module_that_is_listed_is_there_and_is_standard() {
        ModuleFinder library = ModuleFinder.standardLibrary();
        assertThat(library.in("dyn.std")).isNotEmpty().allSatisfy(module -> assertThat(library.find(module))
                .hasValueSatisfying(source -> assertThat(source.isStandard()).isTrue()));
    }
}

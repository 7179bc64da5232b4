package dync.compiler.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import dync.compiler.Compilation;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Names that are right in a model and mean something else in Java. */
class JavaNamesTest {
    private static final String MODEL = """
            /// Ends a comment early: */ and \\user.
            model class(int: int = 4, dt: time = 2 ms) {
                clock(step = dt, steps = 5)
                input(1, 8, 8)
                area int { weight static: time = 10 ms; conv(int) evolve leaky(tau = static) emit }
                area static { let this = it; conv(int) add(this) relu record(final) emit }
                area Tensor { weight loop: [int, 1, 1] = ones; apply loop * it; emit }
                area loop { weight t: float = 1; conv(int) apply t * it; emit(delay = dt) }
                area t_conv { conv(int) emit }
                area INFO { relu; emit }
                readout null { avgpool; flatten; linear(int) }
            }
            """;

    @Test
    void names_that_java_keeps_for_itself_get_another_form() throws IOException {
        JavaSource java = generate(MODEL, "class");

        assertThat(java.className()).isEqualTo("class_");
        assertThat(mistakes(java)).isEmpty();
        assertThat(Arrays.stream(java.text().split("\n"))
                        .filter(line -> line.contains("private final Tensor"))
                        .map(line -> line.trim().split("[ =(]+")[3]))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_path_with_backslashes_does_not_break_the_comment() throws IOException {
        String name = "C:\\users\\me\\unit.dyn";
        Compilation compilation = Compilation.of(new Source(name, MODEL), ModuleFinder.none());

        assertThat(mistakes(compilation.model("class", List.of()).orElseThrow().java()))
                .isEmpty();
    }

    private static JavaSource generate(String text, String model) {
        Compilation compilation = Compilation.of(new Source("names.dyn", text), ModuleFinder.none());
        compilation.checkAll();
        assertThat(compilation.diagnostics()).extracting(Diagnostic::message).isEmpty();
        return compilation.model(model, List.of()).orElseThrow().java();
    }

    /** What javac's parser says; types need the runtime, which the compiler does not know. */
    private static List<String> mistakes(JavaSource java) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("mem:///Model.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return java.text();
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, List.of("-proc:none"), null, List.of(file));
        task.parse();
        return found.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null))
                .toList();
    }
}

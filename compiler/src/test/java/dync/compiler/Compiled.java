package dync.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.library.ModuleFinder;
import dync.compiler.model.Setting;
import dync.compiler.source.Source;
import java.nio.file.Path;
import java.util.List;

/** Texts taken through the compiler, for tests. */
public final class Compiled {
    private Compiled() {}

    public static Compilation of(String name, String text) {
        return Compilation.of(new Source(name, text), ModuleFinder.folder(Path.of("nowhere")));
    }

    /** The only model of a text that has no mistakes. */
    public static CompiledModel model(String name, String text, List<Setting> settings) {
        Compilation compilation = of(name, text);
        assertThat(compilation.models()).hasSize(1);
        return compilation
                .model(compilation.models().get(0), settings)
                .orElseThrow(() -> new AssertionError(new TerminalRenderer(false).render(compilation.diagnostics())));
    }

    public static Graph graph(String text) {
        return model("test.dyn", text, List.of()).graph();
    }

    /** What is found in a text when all its models are checked. */
    public static List<Diagnostic> diagnostics(String text) {
        Compilation compilation = of("test.dyn", text);
        compilation.checkAll();
        return compilation.diagnostics();
    }

    public static Node node(Graph graph, String name) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no node " + name + " in\n" + graph));
    }
}

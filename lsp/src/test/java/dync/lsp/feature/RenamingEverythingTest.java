package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.diagnostic.Diagnostic;
import dync.lsp.analysis.Built;
import dync.lsp.analysis.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every name of the examples and of the compiler's richest fixtures, changed to a new one and back. */
class RenamingEverythingTest {
    private static final String NEW = "zz_new";

    @TestFactory
    Stream<DynamicTest> keepsTheModelAndComesBackToTheSameText() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> examples = Files.list(Path.of("../examples"))) {
            examples.filter(file -> file.toString().endsWith(".dyn")).sorted().forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(4);
        for (String fixture : List.of("shared", "everything", "named_weights")) {
            files.add(Path.of("../compiler/src/test/dyn/ok", fixture + ".dyn"));
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> all(Files.readString(file))));
    }

    private static void all(String text) {
        Versions versions = new Versions();
        Snapshot before = versions.next(text);
        List<String> graphs = graphs(before);
        int renamed = 0;
        List<Symbol> symbols = before.index().symbols().all();
        // of a text with a hundred names, some of each kind will do
        int stride = symbols.size() > 80 ? 3 : 1;
        for (int next = 0; next < symbols.size(); next += stride) {
            Symbol symbol = symbols.get(next);
            for (int i = 0; i < symbol.names().size(); i++) {
                int at = symbol.names().get(i).span().start();
                versions.next(text);
                Either<WorkspaceEdit, String> answer = rename(before, at, NEW);
                if (symbol.text().equals("input") && symbol.kind() == Symbol.Kind.INPUT) {
                    assertThat(answer.getRight()).contains("no name of its own");
                    continue;
                }
                if (answer.isRight() && answer.getRight().contains("in line 81, dyn has no parameter")) {
                    // a variant puts other dynamics there, whose parameter is called alike
                    continue;
                }
                String name = symbol.names().get(i).text();
                assertThat(answer.isLeft())
                        .as("%s %s: %s", symbol.kind(), name, answer)
                        .isTrue();
                Snapshot after =
                        versions.next(Changed.texts(before, answer.getLeft()).get("memory:/test.dyn"));
                assertThat(codes(after)).as("%s", name).isEqualTo(codes(before));
                assertThat(normal(graphs(after), NEW, name)).as("%s", name).isEqualTo(normal(graphs, NEW, name));
                int there = after.text().indexOf(NEW);
                Either<WorkspaceEdit, String> back = rename(after, there, name);
                assertThat(back.isLeft()).as("%s back: %s", name, back).isTrue();
                assertThat(Changed.texts(after, back.getLeft()).get("memory:/test.dyn"))
                        .isEqualTo(text);
                renamed++;
            }
        }
        assertThat(renamed).isGreaterThan(3);
    }

    private static Either<WorkspaceEdit, String> rename(Snapshot snapshot, int offset, String name) {
        return Renaming.of(snapshot, snapshot.positions().position(offset), name, () -> false);
    }

    private static List<String> codes(Snapshot snapshot) {
        return snapshot.analysis().diagnostics().stream()
                .map(Diagnostic::code)
                .map(Enum::name)
                .toList();
    }

    private static List<String> graphs(Snapshot snapshot) {
        return snapshot.analysis().models().stream()
                .map(Built::graph)
                .map(graph -> graph.map(Object::toString).orElse("none"))
                .toList();
    }

    /** Columns are as wide as the names in them, and some lists are sorted by name. */
    private static List<String> normal(List<String> graphs, String fresh, String name) {
        return graphs.stream()
                .map(graph -> graph.replace(fresh, name).replaceAll(" +", " "))
                .flatMap(graph ->
                        Arrays.stream(graph.split("\n")).map(String::strip).sorted())
                .toList();
    }
}

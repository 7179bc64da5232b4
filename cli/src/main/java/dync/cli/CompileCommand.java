package dync.cli;

import dync.Dyn;
import dync.compiler.CompiledModel;
import dync.compiler.ast.AstPrinter;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.TerminalRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync compile}. */
@Command(
        name = "compile",
        header = "Compile a model to Java, or show what a stage makes of it.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync compile examples/ventral.dyn -o out           writes out/dyn/ventral/DyRCNNx4.java",
            "  dync compile examples/ventral.dyn --emit graph     shows the graph with shapes and delays",
            "  dync compile dyn.models.ResNet18 --emit graph      a model of dync models",
            "  dync compile examples/ventral.dyn --set rctype=self --emit plan"
        })
final class CompileCommand implements Callable<Integer> {
    /** The value that a stage yields. */
    enum Stage {
        ast,
        graph,
        plan,
        java
    }

    @Parameters(paramLabel = "FILE", description = "The .dyn file, or a name of dync models.")
    private Path file;

    @Mixin
    private ModelOptions options;

    @Option(
            names = "--emit",
            paramLabel = "STAGE",
            defaultValue = "java",
            description = "What to write: 'ast', 'graph', 'plan' or 'java' (default).")
    private Stage stage;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write a file into this folder instead of to standard output.")
    private Optional<Path> folder = Optional.empty();

    private final Console console;

    CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Dyn dyn = options.on(file);
        if (stage == Stage.ast) {
            return ast(dyn);
        }
        CompiledModel model = dyn.compiled();
        show(dyn.diagnostics());
        switch (stage) {
            case graph ->
                write(model.graph().model().name() + ".graph.txt", model.graph().toString());
            case plan ->
                write(model.graph().model().name() + ".plan.txt", model.plan().toString());
            default -> write(model.java().path(), model.java().text());
        }
        return ExitCode.OK;
    }

    /** A tree can be shown of a file that has mistakes, too. */
    private int ast(Dyn dyn) throws IOException {
        show(dyn.diagnostics());
        String name = Path.of(dyn.source().name()).getFileName().toString().replaceFirst("\\.dyn$", "");
        write(name + ".ast.txt", AstPrinter.print(dyn.compilation().module()));
        return dyn.compilation().hasErrors() ? ExitCode.BAD_INPUT : ExitCode.OK;
    }

    private void show(List<Diagnostic> found) {
        console.err().print(new TerminalRenderer(console.terminal().colourErr()).render(found));
    }

    private void write(String name, String text) throws IOException {
        if (folder.isEmpty()) {
            console.out().print(text);
            return;
        }
        Path target = folder.get().resolve(name);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
        console.out().println(target);
    }
}

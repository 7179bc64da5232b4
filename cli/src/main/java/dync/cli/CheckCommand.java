package dync.cli;

import dync.Dyn;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.JsonRenderer;
import dync.compiler.diagnostic.TerminalRenderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync check}. */
@Command(
        name = "check",
        header = "Find the mistakes in models without running them.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync check examples/ventral.dyn                   every model with its defaults",
            "  dync check examples/ventral.dyn --set trc=4ms     one model with a parameter set",
            "  dync check lab.dyn --classpath lab.jar            the Java methods of its primitives too",
            "  dync check --format=json *.dyn                    one JSON object a line, for programs",
            "",
            "The exit code is 1 if there is an error, 0 if there are warnings at most."
        })
final class CheckCommand implements Callable<Integer> {
    /** How diagnostics are written. */
    enum Format {
        text,
        json
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The .dyn files, or names of dync models.")
    private List<Path> files;

    @Mixin
    private ModelOptions options;

    @Mixin
    private ClassPathOption classPath;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "'text' for people (default), 'json' for programs, on standard output.")
    private Format format;

    private final Console console;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Diagnostic> found = new ArrayList<>();
        for (Path file : files) {
            found.addAll(check(file));
        }
        if (format == Format.json) {
            console.out().print(new JsonRenderer().render(found));
        } else if (found.isEmpty()) {
            console.out()
                    .println(files.size() == 1 ? files.get(0) + ": no mistakes" : files.size() + " files: no mistakes");
        } else {
            console.err().print(new TerminalRenderer(console.terminal().colourErr()).render(found));
        }
        return found.stream().anyMatch(Diagnostic::isError) ? ExitCode.BAD_INPUT : ExitCode.OK;
    }

    private List<Diagnostic> check(Path file) {
        Dyn dyn = options.on(file);
        List<String> models = options.given() || dyn.chosenModel().isPresent()
                ? List.of(dyn.chosenModel()
                        .orElseGet(() -> dyn.models().size() == 1 ? dyn.models().get(0) : ""))
                : dyn.models();
        models.forEach(model -> dyn.compilation().graph(model, options.settings()));
        Diagnostics found = new Diagnostics();
        dyn.diagnostics().forEach(found::report);
        if (classPath.given()) {
            Dyn with = dyn.classes(classPath.loader());
            models.forEach(model -> with.missingMethods(model).forEach(found::report));
        }
        return found.all();
    }
}

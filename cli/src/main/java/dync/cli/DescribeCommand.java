package dync.cli;

import dync.Dyn;
import dync.compiler.CompiledModel;
import dync.compiler.describe.Describer;
import dync.compiler.describe.Description;
import dync.compiler.describe.JsonRenderer;
import dync.compiler.describe.TextRenderer;
import dync.compiler.describe.picture.Picture;
import dync.compiler.diagnostic.TerminalRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync describe}. */
@Command(
        name = "describe",
        header = "Say what a model is: areas, wiring, delays, costs, latency.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync describe examples/ventral.dyn",
            "  dync describe examples/ventral.dyn --set feedback=additive --set tff=2ms",
            "  dync describe examples/ventral.dyn --svg ventral.svg      also draws it",
            "  dync describe examples/ventral.dyn --format=json          the same for programs"
        })
final class DescribeCommand implements Callable<Integer> {
    /** How a description is written. */
    enum Format {
        text,
        json
    }

    @Parameters(paramLabel = "FILE", description = "The .dyn file, or a name of dync models.")
    private Path file;

    @Mixin
    private ModelOptions options;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "'text' for people (default), 'json' for programs, on standard output.")
    private Format format;

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Also draw the wiring and the network unrolled in time.")
    private Optional<Path> svg = Optional.empty();

    private final Console console;

    DescribeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Dyn dyn = options.on(file);
        CompiledModel model = dyn.compiled();
        console.err().print(new TerminalRenderer(console.terminal().colourErr()).render(dyn.diagnostics()));
        Description description = Describer.describe(model.graph());
        console.out()
                .print(
                        format == Format.json
                                ? new JsonRenderer().render(description)
                                : new TextRenderer(console.terminal().columns()).render(description));
        if (svg.isPresent()) {
            Files.createDirectories(svg.get().toAbsolutePath().getParent());
            Files.writeString(svg.get(), Picture.whole(description));
            console.err().println(svg.get());
        }
        return ExitCode.OK;
    }
}

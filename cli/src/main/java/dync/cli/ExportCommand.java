package dync.cli;

import dync.Dyn;
import dync.names.NameMap;
import dync.names.WeightExport;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.runtime.weights.Weights;
import dync.train.CheckpointChoice;
import dync.train.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync export}. */
@Command(
        name = "export",
        header = "Write weights with the names of other programs.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = {"dync export RUN -o OUT [OPTIONS]", "       dync export FILE WEIGHTS -o OUT [OPTIONS]"},
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync export runs/DyRCNNx4 --names dynvision -o dyrcnnx4.safetensors",
            "  dync export dyn.models.ResNet18 resnet18.safetensors --names torchvision -o back.safetensors",
            "",
            "In Python: safetensors.torch.load_file(\"back.safetensors\")"
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "RUN or FILE",
            description = "The folder of a run, or the .dyn file or name of the model that WEIGHTS are of.")
    private Path source;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WEIGHTS",
            description = "A safetensors file with the names of the model.")
    private Optional<Path> weights = Optional.empty();

    @Mixin
    private ModelOptions options;

    @Mixin
    private NameOptions names;

    @Mixin
    private ClassPathOption classPath;

    @Option(
            names = "--checkpoint",
            paramLabel = "WHICH",
            description = "Of a run: 'newest', 'best' (by training.keep), or after how many epochs: newest.")
    private Optional<String> checkpoint = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The safetensors file to write.")
    private Path output;

    private final Console console;
    private final Runs runs;

    ExportCommand(Console console) {
        this.console = console;
        this.runs = new Runs(console);
    }

    @Override
    public Integer call() {
        List<NameMap> maps = names.chosen().orElse(List.of(NameMap.OWN));
        try (DynModel model = model()) {
            WeightExport.write(model, maps, output)
                    .forEach(note -> console.err().println("dync: " + note));
        }
        console.out().println(output);
        return ExitCode.OK;
    }

    /** The model with its weights. */
    private DynModel model() {
        if (checkpoint.isPresent() && !Files.isDirectory(source)) {
            throw new UserError("only a run has checkpoints", "leave out --checkpoint, or give the folder of a run");
        }
        if (weights.isPresent()) {
            return filled(
                    Dyn.load(options.on(source).compiled(), classPath.loader()),
                    model -> Weights.load(model, weights.get()));
        }
        if (!Files.isDirectory(source)) {
            throw new UserError(
                    "there are no weights to write", "give a file of them after the model, or the folder of a run");
        }
        if (options.given()) {
            throw new UserError("a run has its model and parameters already", "leave out --model and --set");
        }
        RunFolder run = RunFolder.openBegun(source);
        return filled(
                runs.model(run, classPath.loader()),
                model -> run.load(
                        model,
                        checkpoint.map(CheckpointChoice::parse).orElse(CheckpointChoice.NEWEST),
                        note -> console.err().println("dync: " + note)));
    }

    private static DynModel filled(DynModel model, Consumer<DynModel> fill) {
        try {
            fill.accept(model);
            return model;
        } catch (RuntimeException | Error failed) {
            model.close();
            throw failed;
        }
    }
}

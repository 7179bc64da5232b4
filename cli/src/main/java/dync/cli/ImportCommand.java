package dync.cli;

import dync.Dyn;
import dync.names.NameMap;
import dync.names.NameMaps;
import dync.names.WeightImport;
import dync.runtime.DynModel;
import dync.runtime.weights.NamedTensors;
import dync.runtime.weights.WeightFiles;
import dync.runtime.weights.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync import}. */
@Command(
        name = "import",
        header = "Take weights from PyTorch or safetensors files.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync import dyn.models.ResNet18 resnet18-f37072fd.pth -o resnet18.safetensors",
            "  dync import dyn.models.ResNet18 mine.pt --set n_classes=10 -o mine.safetensors",
            "  dync import dyn.models.CORnetS cornet_s.pth --set n_classes=10 --partial -o start.safetensors",
            "  dync train dyn.models.ResNet18 --weights resnet18.safetensors --data …"
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The .dyn file, or a name of dync models.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "WEIGHTS",
            description = "A file of torch.save (.pt, .pth, .ckpt) or a safetensors file.")
    private Path weights;

    @Mixin
    private ModelOptions options;

    @Mixin
    private NameOptions names;

    @Mixin
    private ClassPathOption classPath;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The safetensors file to write, with the names of the model.")
    private Path output;

    @Option(names = "--partial", description = "Import what fits; all other weights keep their start, which is told.")
    private boolean partial;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides the start of weights that the file does not have: 0.")
    private long seed;

    private final Console console;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<NameMap> maps = names.chosen().orElseGet(NameMaps::all);
        Dyn dyn = options.on(file);
        try (NamedTensors tensors = WeightFiles.open(weights);
                DynModel model = Dyn.load(dyn.compiled(), classPath.loader())) {
            model.initialise(seed);
            WeightImport.into(model, tensors, maps, partial)
                    .forEach(note -> console.err().println("dync: " + note));
            Weights.save(
                    model,
                    output,
                    Map.of(
                            "model",
                            model.info().name(),
                            "from",
                            weights.getFileName().toString()));
        }
        console.out().println(output);
        return ExitCode.OK;
    }
}

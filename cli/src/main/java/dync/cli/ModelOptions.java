package dync.cli;

import dync.Dyn;
import dync.compiler.model.Setting;
import dync.runtime.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which model of a file is meant, and with which parameters. */
final class ModelOptions {
    @Option(
            names = {"-m", "--model"},
            paramLabel = "NAME",
            description = "The model, where the file declares several.")
    private Optional<String> model = Optional.empty();

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "Set a parameter by its name or alias; the value is written as in the file: --set tau=8ms.")
    private List<String> settings = List.of();

    /** Whether a model or a parameter was named. */
    boolean given() {
        return model.isPresent() || !settings.isEmpty();
    }

    Optional<String> model() {
        return model;
    }

    /** @throws UserError if one is not written {@code name=value} */
    List<Setting> settings() {
        try {
            return settings.stream().map(Setting::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), "write --set name=value");
        }
    }

    /** The file, or model of the library, with the model chosen and the parameters set. */
    Dyn on(Path file) {
        Dyn dyn = Dyn.compile(file.toString());
        if (model.isPresent()) {
            dyn = dyn.model(model.get());
        }
        for (Setting setting : settings()) {
            dyn = dyn.set(setting.name(), setting.value());
        }
        return dyn;
    }
}

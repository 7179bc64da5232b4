package dync.cli;

import dync.compiler.model.Setting;
import dync.compiler.plan.PlanKind;
import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All options that say something of an experiment. */
final class ExperimentChoices {
    private static final Pattern CHOICE = Pattern.compile("(model|set)(\\..*)?|data(\\.set)?");

    @Mixin
    private ModelOptions model;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "NAME",
            description = "A data set of dync data list, or a folder with files like MNIST's: shapes.")
    private Optional<String> data = Optional.empty();

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Begin with the weights of a safetensors file, as dync import and dync export write them.")
    private Optional<Path> weights = Optional.empty();

    @Mixin
    private ExperimentOptions options;

    PlanKind plan() {
        return model.plan();
    }

    /** Lays what was given over what the file says: profiles, the environment, options, {@code --set}. */
    ExperimentReader over(ExperimentReader reader) {
        options.over(reader);
        model.model().ifPresent(value -> reader.set("model.name", value, "--model"));
        data.ifPresent(value -> reader.set("data.set", value, "--data"));
        weights.ifPresent(
                value -> reader.set("model.weights", value.toAbsolutePath().toString(), "--weights"));
        for (Setting setting : model.settings()) {
            reader.set(isParameter(setting) ? "set." + setting.name() : setting.name(), setting.value(), "--set");
        }
        return reader;
    }

    /** Whether the model, its parameters, its weights or the data are chosen, which a run that goes on has already. */
    boolean chooseModelOrData() {
        return model.model().isPresent()
                || data.isPresent()
                || weights.isPresent()
                || model.settings().stream()
                        .anyMatch(setting -> isParameter(setting)
                                || CHOICE.matcher(setting.name()).matches());
    }

    /** What has a dot, or is a setting at the top, is the experiment's; {@code set.NAME} is a parameter whatever its name. */
    private static boolean isParameter(Setting setting) {
        return !setting.name().contains(".") && !Experiment.keys().contains(setting.name());
    }
}

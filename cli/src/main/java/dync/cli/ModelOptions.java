package dync.cli;

import dync.Dyn;
import dync.compiler.model.Setting;
import dync.compiler.plan.PlanKind;
import dync.runtime.UserError;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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

    @Option(
            names = "--plan",
            paramLabel = "KIND",
            converter = PlanConverter.class,
            description = "How the steps are planned: 'optimised' (default), or 'reference', one operation after"
                    + " another as the language defines it. Both yield the same values.")
    private PlanKind plan = PlanKind.OPTIMISED;

    /** Reads the kind of a plan in small letters. */
    static final class PlanConverter implements ITypeConverter<PlanKind> {
        @Override
        public PlanKind convert(String value) {
            return Arrays.stream(PlanKind.values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("a plan is 'optimised' or 'reference', not '" + value + "'"));
        }
    }

    /** Whether a model or a parameter was named. */
    boolean given() {
        return model.isPresent() || !settings.isEmpty();
    }

    Optional<String> model() {
        return model;
    }

    PlanKind plan() {
        return plan;
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
        Dyn dyn = Dyn.compile(file.toString()).plan(plan);
        if (model.isPresent()) {
            dyn = dyn.model(model.get());
        }
        for (Setting setting : settings()) {
            dyn = dyn.set(setting.name(), setting.value());
        }
        return dyn;
    }
}

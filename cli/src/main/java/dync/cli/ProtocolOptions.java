package dync.cli;

import dync.compiler.model.Setting;
import dync.runtime.UserError;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a model is tested by a protocol. */
final class ProtocolOptions {
    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "Test by a protocol, and store responses and answers; see --list-protocols.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--list-protocols", description = "Tell which protocols there are, and what they vary.")
    private boolean list;

    @Option(
            names = "--protocols",
            paramLabel = "FILE",
            description = "Take protocols from a file, which has them below 'protocols:', too.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--vary",
            paramLabel = "PATH=A,B,…",
            description = "Vary this, too, or by these values: --vary presentation.contrast=0.1,0.5,1.")
    private List<String> vary = List.of();

    @Option(
            names = "--record",
            paramLabel = "AREA,…",
            description = "Store responses of these areas, 'all' or 'none': all.")
    private Optional<String> record = Optional.empty();

    @Option(
            names = "--reduce",
            paramLabel = "KIND",
            description = "What of an area is stored at each step: 'mean' (of |x|, with deviation), 'channels', 'full',"
                    + " '{kind: grid, height: H, width: W}', '{kind: units, every: N}': mean.")
    private Optional<String> reduce = Optional.empty();

    @Option(names = "--dtype", paramLabel = "NAME", description = "Store 'float32' or 'float16': float32.")
    private Optional<String> dtype = Optional.empty();

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "Set a parameter of the model, or by its path anything of the experiment, over the protocol.")
    private List<String> settings = List.of();

    @Option(
            names = {"-p", "--profile"},
            paramLabel = "NAME",
            description = "Lay a profile over the run's experiment, below the protocol.")
    private List<String> profiles = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Write to this folder: RUN/tests/NAME, with a number if it is taken.")
    private Optional<Path> out = Optional.empty();

    Optional<String> name() {
        return name;
    }

    boolean list() {
        return list;
    }

    Optional<Path> file() {
        return file;
    }

    List<String> profiles() {
        return profiles;
    }

    Optional<Path> out() {
        return out;
    }

    /** Values by path. */
    Map<String, List<String>> vary() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Setting one : parsed(vary, "--vary PATH=A,B")) {
            all.put(one.name(), List.of(one.value().split("\\s*,\\s*")));
        }
        return all;
    }

    /** What counts more than the protocol, by path. */
    Map<String, String> changes() {
        Map<String, String> changes = new LinkedHashMap<>();
        record.ifPresent(areas -> changes.put("testing.record.areas", "[" + areas + "]"));
        reduce.ifPresent(kind -> changes.put("testing.record.reduce", kind));
        dtype.ifPresent(type -> changes.put("testing.record.dtype", type));
        for (Setting one : parsed(settings, "--set NAME=VALUE")) {
            // parameters have no dots in their names, and settings of the experiment do
            changes.put(one.name().contains(".") ? one.name() : "set." + one.name(), one.value());
        }
        return changes;
    }

    private static List<Setting> parsed(List<String> written, String form) {
        try {
            return written.stream().map(Setting::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), "write " + form);
        }
    }

    /** Without a protocol these have no meaning. */
    void requireNone() {
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("--protocols", file.isPresent());
        given.put("--vary", !vary.isEmpty());
        given.put("--record", record.isPresent());
        given.put("--reduce", reduce.isPresent());
        given.put("--dtype", dtype.isPresent());
        given.put("--set", !settings.isEmpty());
        given.put("--profile", !profiles.isEmpty());
        given.put("--out", out.isPresent());
        given.forEach((option, isGiven) -> {
            if (isGiven) {
                throw new UserError(
                        option + " is for a test by a protocol", "add --protocol NAME; --list-protocols tells which");
            }
        });
    }
}

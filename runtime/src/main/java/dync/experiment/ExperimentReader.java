package dync.experiment;

import dync.runtime.BadFile;
import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.Settings.Layer;
import dync.settings.SettingsSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts an experiment together. What is said later counts: what settings are by themselves, the file, the profiles that
 * are in use, the environment, the command line.
 */
public final class ExperimentReader {
    /** What begins the names of variables that set something: {@code DYNC__TRAINING__EPOCHS=5}. */
    public static final String VARIABLE = "DYNC__";

    private static final Settings<Experiment> SETTINGS = Experiment.SETTINGS;
    private static final Settings<Use> USE = Settings.of(Use.class);
    private static final String PROFILES = "profiles";
    private static final String USED = "use";

    /** What a file says beside the experiment itself. */
    record Use(
            @Key(value = "profiles that are in use, the last one on top", standard = "")
            List<String> use) {}

    private final Optional<Layer> file;
    private final Set<String> profiles = new LinkedHashSet<>();
    private final List<Layer> upper = new ArrayList<>();

    private ExperimentReader(Optional<Layer> file) {
        this.file = file;
        file.ifPresent(layer -> profiles.addAll(
                USE.read(List.of(layer.only(USED::equals))).value().use()));
    }

    /** Begins with what settings are by themselves. */
    public static ExperimentReader empty() {
        return new ExperimentReader(Optional.empty());
    }

    /**
     * Begins with a file.
     *
     * @throws BadFile if it cannot be read
     * @throws dync.settings.BadSettings if it is no YAML
     */
    public static ExperimentReader file(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return new ExperimentReader(
                Optional.of(SETTINGS.layer(SettingsSource.file(path.toString(), text(path), folder))));
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new BadFile(path, "there is no such file", "give an experiment, for example experiment.yaml", e);
        } catch (CharacterCodingException e) {
            throw new BadFile(path, "is no text in UTF-8", "save it as UTF-8", e);
        } catch (IOException e) {
            throw new BadFile(path, "cannot be read: " + e.getMessage(), "check that the file is yours", e);
        }
    }

    /** Uses a profile of the file, or one that comes with dync, on top of those before. */
    public ExperimentReader profile(String name) {
        profiles.remove(name);
        profiles.add(name);
        return this;
    }

    /** Takes every variable that begins with {@link #VARIABLE}; two underscores stand for a dot. */
    public ExperimentReader environment(Map<String, String> variables) {
        new TreeMap<>(variables).forEach((name, value) -> {
            if (name.startsWith(VARIABLE)) {
                String path =
                        name.substring(VARIABLE.length()).replace("__", ".").toLowerCase(Locale.ROOT);
                upper.add(SETTINGS.layer(path, SettingsSource.value(name, value)));
            }
        });
        return this;
    }

    /**
     * Sets one thing.
     *
     * @param path keys with dots between them
     * @param value as in YAML
     * @param label what it is called in messages and remarks: {@code --epochs}
     */
    public ExperimentReader set(String path, String value, String label) {
        upper.add(SETTINGS.layer(path, SettingsSource.value(label, value)));
        return this;
    }

    /**
     * The experiment, and where each of its settings comes from.
     *
     * @throws dync.settings.BadSettings with all that is wrong
     * @throws UserError if a profile is unknown
     */
    public Settings.Read<Experiment> read() {
        List<Layer> layers = new ArrayList<>();
        file.ifPresent(layer -> layers.add(layer.only(key -> !key.equals(PROFILES) && !key.equals(USED))));
        Optional<Layer> own = file.flatMap(layer -> layer.inside(PROFILES));
        // a profile that is not in use may be wrong too, and should be known to be
        own.ifPresent(all -> all.keys()
                .forEach(name -> SETTINGS.read(List.of(all.inside(name).orElseThrow()))));
        for (String name : profiles) {
            layers.add(own.flatMap(all -> all.inside(name))
                    .or(() -> Profiles.named(name))
                    .orElseThrow(() -> unknown(name, own)));
        }
        layers.addAll(upper);
        return SETTINGS.read(layers);
    }

    private static UserError unknown(String name, Optional<Layer> own) {
        Set<String> known = new LinkedHashSet<>(Profiles.names());
        own.ifPresent(all -> known.addAll(all.keys()));
        return new UserError("there is no profile '" + name + "'", Nearest.advice(name, known));
    }
}

package dync.experiment;

import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.settings.BadSettings;
import dync.settings.Place;
import dync.settings.Problem;
import dync.settings.Settings;
import dync.settings.Settings.Layer;
import dync.settings.SettingsSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts an experiment together. What is said later counts: what settings are by themselves, the file, the profiles that
 * are in use, the environment, the command line.
 */
public final class ExperimentReader {
    private static final Settings<Experiment> SETTINGS = Experiment.SETTINGS;

    private final Optional<ExperimentFile> file;
    private final Map<String, Optional<Place>> profiles = new LinkedHashMap<>();
    private final List<Layer> upper = new ArrayList<>();

    private ExperimentReader(Optional<ExperimentFile> file) {
        this.file = file;
        file.ifPresent(read -> read.use().forEach((name, place) -> profiles.put(name, Optional.of(place))));
    }

    /** Begins with what settings are by themselves. */
    public static ExperimentReader empty() {
        return new ExperimentReader(Optional.empty());
    }

    /**
     * Begins with a file.
     *
     * @throws dync.runtime.BadFile if it cannot be read
     * @throws BadSettings if it is no YAML, or has profiles of another form
     */
    public static ExperimentReader file(Path path) {
        return new ExperimentReader(Optional.of(ExperimentFile.read(path)));
    }

    /** Uses a profile of the file, or one that comes with dync, on top of those before. */
    public ExperimentReader profile(String name) {
        profiles.remove(name);
        profiles.put(name, Optional.empty());
        return this;
    }

    /**
     * Takes every variable that sets something, as {@code DYNC__TRAINING__EPOCHS=5} does.
     *
     * @throws BadSettings if one looks as if it should, and does not
     */
    public ExperimentReader environment(Map<String, String> variables) {
        new TreeMap<>(variables).forEach((name, value) -> {
            SettingsSource source = SettingsSource.value(name, value);
            Variables.path(name, source).ifPresent(path -> upper.add(SETTINGS.layer(path, source)));
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

    /** Profiles that the file defines itself, with their places. */
    public Map<String, Place> ownProfiles() {
        Map<String, Place> places = new LinkedHashMap<>();
        file.ifPresent(read -> read.profiles().forEach((name, layer) -> places.put(name, layer.place())));
        return places;
    }

    /**
     * The experiment, and where each of its settings comes from.
     *
     * @throws BadSettings with all that is wrong, in profiles that are not in use too
     * @throws UserError if a profile is unknown
     */
    public Settings.Read<Experiment> read() {
        List<Layer> layers = new ArrayList<>();
        file.ifPresent(read -> layers.add(read.settings()));
        profiles.forEach((name, place) -> layers.add(layer(name, place)));
        layers.addAll(upper);
        List<Problem> unused = file.map(ExperimentFile::problems).orElse(List.of());
        return SETTINGS.read(layers, unused);
    }

    private Layer layer(String name, Optional<Place> place) {
        return file.flatMap(read -> Optional.ofNullable(read.profiles().get(name)))
                .or(() -> Profiles.named(name))
                .orElseThrow(() -> unknown(name, place));
    }

    private UserError unknown(String name, Optional<Place> place) {
        Set<String> known = new LinkedHashSet<>(Profiles.names());
        known.addAll(ownProfiles().keySet());
        String message = "there is no profile '" + name + "'";
        String help = Nearest.advice(name, known);
        return place.<UserError>map(at -> BadSettings.of(at, message, help))
                .orElseGet(() -> new UserError(message, help));
    }
}

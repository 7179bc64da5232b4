package dync.experiment;

import dync.runtime.BadFile;
import dync.runtime.file.TextFile;
import dync.settings.BadSettings;
import dync.settings.Key;
import dync.settings.Place;
import dync.settings.Problem;
import dync.settings.Settings;
import dync.settings.Settings.Layer;
import dync.settings.SettingsSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file with an experiment: its settings, the profiles that it defines, and those that it uses.
 *
 * @param use names with their places, the last one on top
 */
record ExperimentFile(Layer settings, Map<String, Layer> profiles, Map<String, Place> use) {
    static final String PROFILES = "profiles";
    static final String USED = "use";

    /** Bytes; an experiment has a few thousand. */
    private static final int LARGEST = 4_000_000;

    private static final String HELP =
            "give an experiment in YAML, saved as UTF-8; dync config new writes one to begin with";

    private static final Settings<Used> USE = Settings.of(Used.class);

    /** What a file says beside the experiment itself. */
    record Used(
            @Key(value = "profiles that are in use, the last one on top", standard = "")
            List<String> use) {}

    /**
     * Reads it.
     *
     * @throws BadFile if it cannot be read
     * @throws BadSettings if it is no YAML, or has profiles of another form
     */
    static ExperimentFile read(Path path) {
        Layer all = Experiment.SETTINGS.layer(SettingsSource.file(
                path.toString(), text(path), path.toAbsolutePath().getParent()));
        return new ExperimentFile(
                all.only(key -> !key.equals(PROFILES) && !key.equals(USED)), profiles(all), used(all));
    }

    private static Map<String, Layer> profiles(Layer all) {
        Map<String, Layer> profiles = new LinkedHashMap<>();
        all.inside(PROFILES).ifPresent(defined -> defined.keys()
                .forEach(name -> profiles.put(name, profile(defined.inside(name).orElseThrow()))));
        return profiles;
    }

    private static Layer profile(Layer profile) {
        for (String key : List.of(USED, PROFILES)) {
            profile.place(key).ifPresent(place -> {
                throw BadSettings.of(
                        place,
                        "a profile has no '" + key + "' of its own",
                        "name the profiles in the order in which they go on top of each other: use: [ONE, OTHER]");
            });
        }
        return profile;
    }

    private static Map<String, Place> used(Layer all) {
        Settings.Read<Used> read = USE.read(List.of(all.only(USED::equals)));
        Map<String, Place> used = new LinkedHashMap<>();
        List<String> names = read.value().use();
        for (int i = 0; i < names.size(); i++) {
            Place place = read.origin(USED + "[" + i + "]").orElse(Place.STANDARD);
            if (used.put(names.get(i), place) != null) {
                throw BadSettings.of(place, "'" + names.get(i) + "' is in use twice", "leave one of the two");
            }
        }
        return used;
    }

    /** What is wrong with profiles, whether they are in use or not. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        profiles.values().forEach(profile -> problems.addAll(Experiment.SETTINGS.check(profile)));
        return problems;
    }

    private static String text(Path path) {
        return TextFile.read(path, LARGEST, HELP);
    }
}

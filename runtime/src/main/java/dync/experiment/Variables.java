package dync.experiment;

import dync.settings.BadSettings;
import dync.settings.Place;
import dync.settings.SettingsSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settings by variables of the environment: {@code DYNC__TRAINING__EPOCHS} is {@code training.epochs}. */
final class Variables {
    private static final String SETS = "DYNC__";
    private static final String OURS = "DYNC_";

    private Variables() {}

    /**
     * The path of the setting that a variable sets; empty if it is about something else.
     *
     * @throws BadSettings if it has one underscore where two are due, and would set nothing
     */
    static Optional<String> path(String name, SettingsSource source) {
        if (name.startsWith(SETS)) {
            return Optional.of(Arrays.stream(name.substring(SETS.length()).split("__", -1))
                    .map(Variables::key)
                    .collect(Collectors.joining(".")));
        }
        if (name.startsWith(OURS)) {
            String rest = name.substring(OURS.length());
            Experiment.SETTINGS.keys().stream()
                    .filter(key -> rest.toLowerCase(Locale.ROOT).startsWith(key + "_"))
                    .findFirst()
                    .ifPresent(key -> {
                        String inner = rest.substring(key.length()).replaceFirst("^_+", "");
                        throw BadSettings.of(
                                new Place(source, 1, 1, 0),
                                "this variable sets nothing",
                                "with two underscores for each dot it is " + SETS + key.toUpperCase(Locale.ROOT) + "__"
                                        + inner);
                    });
        }
        return Optional.empty();
    }

    /** Keys are small; names that a user chose are as they are, unless all is in capitals. */
    private static String key(String written) {
        return written.equals(written.toUpperCase(Locale.ROOT)) ? written.toLowerCase(Locale.ROOT) : written;
    }
}

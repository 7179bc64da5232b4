package dync.settings;

import java.util.Optional;

/**
 * A text that settings were written in.
 *
 * @param label what it is called in messages: {@code experiment.yaml}, {@code --set}, {@code DYNC__TRAINING__EPOCHS}
 * @param text all of it
 * @param lines whether a place in it is told by line and column
 */
public record SettingsSource(String label, String text, boolean lines) {
    /** Settings that nobody wrote: what they are by themselves. */
    public static final SettingsSource STANDARD = new SettingsSource("default", "", false);

    /** A file. */
    public static SettingsSource file(String label, String text) {
        return new SettingsSource(label, text, true);
    }

    /** One value from the command line or the environment. */
    public static SettingsSource value(String label, String text) {
        return new SettingsSource(label, text, false);
    }

    /** A line, counted from 1, where places are told by line. */
    Optional<String> line(int number) {
        return lines ? text.lines().skip(number - 1L).findFirst() : Optional.empty();
    }
}

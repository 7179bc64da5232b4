package dync.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text that settings were written in.
 *
 * @param label what it is called in messages: {@code experiment.yaml}, {@code --set}, {@code DYNC__TRAINING__EPOCHS}
 * @param text all of it
 * @param folder where relative paths in it begin; a text with a folder is a file, whose places are told by line and column
 */
public record SettingsSource(String label, String text, Optional<Path> folder) {
    /** Settings that nobody wrote: what they are by themselves. */
    public static final SettingsSource STANDARD = new SettingsSource("default", "", Optional.empty());

    /** A file. */
    public static SettingsSource file(String label, String text, Path folder) {
        return new SettingsSource(label, text, Optional.of(folder));
    }

    /** A text whose relative paths begin in the working folder. */
    public static SettingsSource file(String label, String text) {
        return file(label, text, Path.of(""));
    }

    /** One value from the command line or the environment. */
    public static SettingsSource value(String label, String text) {
        return new SettingsSource(label, text, Optional.empty());
    }

    boolean lines() {
        return folder.isPresent();
    }

    /** A path as it is meant. */
    Path resolve(Path path) {
        return folder.map(from -> from.resolve(path).normalize()).orElse(path);
    }

    /** A name that may be a path, as it is meant. */
    String resolve(String name) {
        try {
            Path there = resolve(Path.of(name));
            return name.contains("/") || (folder.isPresent() && Files.isRegularFile(there)) ? there.toString() : name;
        } catch (InvalidPathException noPath) {
            return name;
        }
    }

    /** A line, counted from 1, where places are told by line. */
    Optional<String> line(int number) {
        return lines() ? text.lines().skip(number - 1L).findFirst() : Optional.empty();
    }
}

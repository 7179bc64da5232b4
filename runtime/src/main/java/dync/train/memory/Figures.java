package dync.train.memory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures of memory in the system's files, and in words. */
final class Figures {
    private static final double GB = 1e9;
    private static final double MB = 1e6;

    private Figures() {}

    /** Of a line {@code Name:   12 kB}, in bytes. */
    static Optional<Long> kilobytes(String text, String name) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + ":\\s+(\\d{1,15}) kB$")
                .matcher(text);
        return line.find() ? Optional.of(Long.parseLong(line.group(1)) * 1024) : Optional.empty();
    }

    /** Of a line {@code name 12}, in its own unit. */
    static Optional<Long> plain(String text, String name) {
        Matcher line =
                Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\d{1,18})$").matcher(text);
        return line.find() ? Optional.of(Long.parseLong(line.group(1))) : Optional.empty();
    }

    /** As people say it: {@code 31 GB}, {@code 2.4 GB}, {@code 380 MB}. */
    static String words(long bytes) {
        return bytes < 0.9995 * GB
                ? String.format(Locale.ROOT, "%.0f MB", bytes / MB)
                : String.format(Locale.ROOT, bytes < 9.95 * GB ? "%.1f GB" : "%.0f GB", bytes / GB);
    }
}

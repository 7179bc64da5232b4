package dync.settings;

import dync.runtime.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk, written as {@code 512 MB}.
 *
 * @param bytes more than 0
 */
public record DataSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z]+)");
    private static final Map<String, Long> UNITS = units();

    private static Map<String, Long> units() {
        Map<String, Long> units = new LinkedHashMap<>();
        units.put("GB", 1_000_000_000L);
        units.put("MB", 1_000_000L);
        units.put("kB", 1_000L);
        units.put("B", 1L);
        units.put("GiB", 1L << 30);
        units.put("MiB", 1L << 20);
        units.put("KiB", 1L << 10);
        return units;
    }

    /**
     * Reads a number with its unit.
     *
     * @throws UserError if it is none
     */
    public static DataSize parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        Long unit = form.matches() ? UNITS.get(form.group(2)) : null;
        long bytes = unit == null ? 0 : (long) (Double.parseDouble(form.group(1)) * unit);
        if (bytes < 1) {
            throw new UserError(
                    "'" + text + "' is no amount of memory",
                    "write for example 512 MB; units are " + String.join(", ", UNITS.keySet()));
        }
        return new DataSize(bytes);
    }

    /** In the largest unit in which it is a whole number. */
    @Override
    public String toString() {
        return UNITS.entrySet().stream()
                .filter(unit -> bytes % unit.getValue() == 0)
                .findFirst()
                .map(unit -> bytes / unit.getValue() + " " + unit.getKey())
                .orElseThrow();
    }
}

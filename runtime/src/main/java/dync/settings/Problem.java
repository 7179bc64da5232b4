package dync.settings;

import java.util.Optional;

/**
 * Something that is wrong with a setting.
 *
 * @param message what, in lower case
 * @param help how to mend it
 */
public record Problem(Place place, String message, Optional<String> help) {
    Problem(Place place, String message, String help) {
        this(place, message, Optional.of(help));
    }

    /** Place and message, the line with a mark below what is meant, and the help. */
    public String shown() {
        StringBuilder text = new StringBuilder(place + ": " + message);
        place.source().line(place.line()).ifPresent(line -> {
            String number = " " + place.line() + " | ";
            text.append("\n").append(number).append(line);
            text.append("\n").append(" ".repeat(number.length() - 2)).append("| ");
            text.append(" ".repeat(Math.max(0, place.column() - 1)));
            text.append("^".repeat(Math.max(1, Math.min(place.length(), line.length() - place.column() + 1))));
        });
        help.ifPresent(advice -> text.append("\n  = help: ").append(advice));
        return text.toString();
    }
}

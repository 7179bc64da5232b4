package dync.settings;

import java.util.Optional;

/**
 * Something that is wrong with a setting.
 *
 * @param message what, in lower case
 * @param help how to mend it
 */
public record Problem(Place place, String message, Optional<String> help) {
    /** One that can be mended. */
    public Problem(Place place, String message, String help) {
        this(place, message, Optional.of(help));
    }

    /** Place and message, the line with a mark below what is meant, and the help. */
    public String shown() {
        StringBuilder text = new StringBuilder(place + ": " + message);
        place.source().line(place.line()).ifPresent(line -> text.append("\n")
                .append(Excerpt.marked(line, Integer.toString(place.line()), place.column(), place.length())));
        help.ifPresent(advice -> text.append("\n  = help: ").append(advice));
        return text.toString();
    }
}

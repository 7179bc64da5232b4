package dync.compiler.model;

/** A parameter set from outside, {@code --set name=value}; the value is an expression of the language. */
public record Setting(String name, String value) {

    /**
     * Reads {@code name=value}.
     *
     * @throws IllegalArgumentException where there is no {@code =} or no name before it
     */
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0
                || text.substring(0, equals).isBlank()
                || text.substring(equals + 1).isBlank()) {
            throw new IllegalArgumentException(
                    "a setting is written name=value, such as tau=8ms, and this is \"" + text + "\"");
        }
        return new Setting(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
}

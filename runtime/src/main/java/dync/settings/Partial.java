package dync.settings;

/**
 * Some settings of a record, without the others: what a protocol changes. It is checked where it is read, and laid over
 * the whole by {@link Settings#layer(String, SettingsSource)} where it is used.
 *
 * @param yaml on one line, such as <code>{steps: 30, course: {kind: duration}}</code>
 * @param <T> the record
 */
public record Partial<T extends Record>(String yaml) {
    /** Whether it says nothing. */
    public boolean isEmpty() {
        return yaml.equals("{}");
    }
}

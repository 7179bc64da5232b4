package dync.settings;

/**
 * Where something was written.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param length columns that it takes in this line
 */
public record Place(SettingsSource source, int line, int column, int length) {
    /** Of what nobody wrote. */
    public static final Place STANDARD = new Place(SettingsSource.STANDARD, 1, 1, 0);

    /** For a message: {@code experiment.yaml:7:3}. */
    @Override
    public String toString() {
        return source.lines() ? source.label() + ":" + line + ":" + column : source.label();
    }

    /** For a remark beside a value: {@code experiment.yaml:7}. */
    public String origin() {
        return source.lines() ? source.label() + ":" + line : source.label();
    }
}

package dync.train;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a run has come.
 *
 * @param epochs epochs that are finished
 * @param batches batches that are finished in the epoch after those
 */
public record Position(int epochs, int batches) implements Comparable<Position> {
    /** Nothing done yet. */
    public static final Position START = new Position(0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::epochs).thenComparingInt(Position::batches);
    private static final Pattern FILE = Pattern.compile("checkpoint-(\\d{1,9})-(\\d{1,9})\\.safetensors");

    /** The name of the checkpoint that was written here. */
    String fileName() {
        return String.format("checkpoint-%03d-%05d.safetensors", epochs, batches);
    }

    static Optional<Position> ofFileName(String name) {
        Matcher matcher = FILE.matcher(name);
        return matcher.matches()
                ? Optional.of(new Position(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return batches == 0 ? "after epoch " + epochs : "epoch " + (epochs + 1) + ", batch " + batches;
    }
}

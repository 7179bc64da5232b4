package dync.data.load;

import dync.settings.Key;

/**
 * How batches are prepared while the model works; what is in them does not depend on it, except for the last.
 *
 * @param workers threads that read, decode and transform; 0 prepares a batch when it is asked for
 * @param prefetch batches that are prepared ahead; 0 prepares a batch when it is asked for
 * @param dropLast whether a last batch that is not full is left out
 */
public record LoadSettings(
        @Key(
                value = "threads that read, decode and transform images; 0 does it when a batch is asked for",
                standard = "2",
                atLeast = 0,
                atMost = 1024)
        int workers,

        @Key(value = "batches that are prepared ahead", standard = "2", atLeast = 0, atMost = 1024)
        int prefetch,

        @Key(value = "whether a last batch that is not full is left out in training", standard = "false")
        boolean dropLast) {
    /** Two threads, two batches ahead, every image. */
    public static final LoadSettings STANDARD = new LoadSettings(2, 2, false);

    /** Checks the ranges. */
    public LoadSettings {
        if (workers < 0 || prefetch < 0) {
            throw new IllegalArgumentException(
                    workers + " threads and " + prefetch + " batches ahead: both at least 0");
        }
    }

    /** The same with every image. */
    public LoadSettings keepingLast() {
        return new LoadSettings(workers, prefetch, false);
    }
}

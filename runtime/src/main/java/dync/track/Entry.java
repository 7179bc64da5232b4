package dync.track;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that a run tells of itself. Names are paths whose first part is the phase: {@code validation/accuracy}. */
public sealed interface Entry {
    /** When it was so. */
    Instant time();

    /** Roughly the bytes that it takes up while it waits. */
    default long size() {
        return 128;
    }

    /**
     * One number.
     *
     * @param step batches since the beginning of the run
     */
    record Scalar(String name, long step, double value, Instant time) implements Entry {}

    /** How many numbers spread. */
    record Histogram(String name, long step, Distribution values, Instant time) implements Entry {
        @Override
        public long size() {
            return 128 + 16L * values.counts().size();
        }
    }

    /** A picture. */
    record Image(String name, long step, Png picture, Instant time) implements Entry {
        @Override
        public long size() {
            return 128 + picture.size();
        }
    }

    /** Words, as Markdown. */
    record Text(String name, long step, String text, Instant time) implements Entry {
        @Override
        public long size() {
            return 128 + 2L * text.length();
        }
    }

    /** What was chosen before the run began, by the paths of the settings. */
    record Hyperparameters(Map<String, String> values, Instant time) implements Entry {
        public Hyperparameters {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public long size() {
            return 256L * (1 + values.size());
        }
    }

    /**
     * A file that belongs to the run, as it is when it is handed over; one that is gone by then is left out.
     *
     * @param folder where it is kept, as {@code pictures}; empty for the top
     */
    record Artifact(Path file, String folder, Instant time) implements Entry {}
}

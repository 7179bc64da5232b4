package dync.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings as they were written, each with its place; what they mean is not known yet. */
sealed interface Written {
    Place place();

    /**
     * One value.
     *
     * @param text without quotes
     * @param quoted whether it had quotes, and so is text whatever it looks like
     */
    record Scalar(String text, boolean quoted, Place place) implements Written {
        /** YAML's ways to say that there is no value. */
        boolean isNothing() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /** Values in a row. */
    record Sequence(List<Written> items, Place place) implements Written {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Values by key, in the order in which they were written. */
    record Mapping(Map<String, Entry> entries, Place place) implements Written {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        static Mapping of(String key, Written value) {
            return new Mapping(Map.of(key, new Entry(value.place(), value)), value.place());
        }
    }

    /** @param key where the key stands */
    record Entry(Place key, Written value) {}
}

package dync.runtime.weights.torch;

import java.util.LinkedHashMap;
import java.util.Map;

/** A dictionary of Python, of which only what has a text for its name is kept. */
record Dict(Map<String, Object> entries) {
    Dict() {
        this(new LinkedHashMap<>());
    }

    void put(Object key, Object value) {
        if (key instanceof String name) {
            entries.put(name, value);
        }
    }
}

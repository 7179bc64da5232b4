package dync.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Settings by their paths, {@code training.optimizer.learning_rate}, as trackers list them. */
final class Paths {
    private Paths() {}

    /** @param yaml with a mapping at the top */
    static Map<String, String> of(String yaml) {
        Map<String, String> flat = new LinkedHashMap<>();
        Object whole = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        put("", whole, flat);
        return Collections.unmodifiableMap(flat);
    }

    private static void put(String path, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> put(path.isEmpty() ? key.toString() : path + "." + key, inner, flat));
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
            for (int i = 0; i < list.size(); i++) {
                put(path + "." + (i + 1), list.get(i), flat);
            }
        } else if (value != null) {
            flat.put(path, value.toString());
        }
    }
}

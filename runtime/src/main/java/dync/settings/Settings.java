package dync.settings;

import com.google.gson.JsonObject;
import dync.settings.Written.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The settings that a record declares. Layers are laid over each other, the last one on top; what none of them says is
 * what {@link Key#standard} says.
 *
 * @param <T> the record
 */
public final class Settings<T extends Record> {
    private final Class<T> type;
    private final Schema.Section schema;

    private Settings(Class<T> type) {
        this.type = type;
        this.schema = Schemas.of(type);
    }

    /** @throws IllegalArgumentException if the record, or one inside it, does not follow {@link Key} */
    public static <T extends Record> Settings<T> of(Class<T> type) {
        return new Settings<>(type);
    }

    /** Some settings. */
    public static final class Layer {
        private final Mapping written;

        private Layer(Mapping written) {
            this.written = written;
        }

        /** The keys at the top. */
        public Set<String> keys() {
            return written.entries().keySet();
        }

        /** Where it begins. */
        public Place place() {
            return written.place();
        }

        /** Where a key stands. */
        public Optional<Place> place(String key) {
            return Optional.ofNullable(written.entries().get(key)).map(Written.Entry::key);
        }

        /** Some of the keys with what they hold. */
        public Layer only(Predicate<String> keys) {
            Map<String, Written.Entry> kept = new LinkedHashMap<>();
            written.entries().forEach((key, entry) -> {
                if (keys.test(key)) {
                    kept.put(key, entry);
                }
            });
            return new Layer(new Mapping(kept, written.place()));
        }

        /**
         * What a key holds, as settings of their own.
         *
         * @throws BadSettings if that is a single value
         */
        public Optional<Layer> inside(String key) {
            Written.Entry entry = written.entries().get(key);
            if (entry == null) {
                return Optional.empty();
            }
            if (!(entry.value() instanceof Mapping mapping)) {
                throw BadSettings.of(entry.key(), "'" + key + "' holds no settings", "write keys with their values");
            }
            return Optional.of(new Layer(mapping));
        }
    }

    /** The keys at the top, in their order. */
    public List<String> keys() {
        return schema.keys();
    }

    /**
     * Settings in a YAML text.
     *
     * @throws BadSettings if it is no YAML; whether it fits is seen by {@link #read}
     */
    public Layer layer(SettingsSource source) {
        return new Layer(YamlText.mapping(source));
    }

    /**
     * One setting.
     *
     * @param path keys with dots between them: {@code training.optimizer.beta1}
     * @param value as in YAML; an empty text is an empty text and not nothing
     */
    public Layer layer(String path, SettingsSource value) {
        Written written = value.text().isEmpty()
                ? new Written.Scalar("", true, new Place(value, 1, 1, 0))
                : YamlText.value(value);
        String[] keys = path.split("\\.", -1);
        for (int i = keys.length - 1; i >= 0; i--) {
            written = Mapping.of(keys[i], written);
        }
        return new Layer((Mapping) written);
    }

    /**
     * Lays the layers over each other and makes the record. Sections and maps are merged key by key, lists are replaced
     * whole, and another kind brings its own standards.
     *
     * @throws BadSettings with all that is unknown, missing, of a wrong type or out of its range, in layers that are
     *     covered by others too
     */
    public Read<T> read(List<Layer> layers) {
        return read(layers, List.of());
    }

    /** The same, telling with what is wrong something that is known to be wrong already. */
    public Read<T> read(List<Layer> layers, List<Problem> known) {
        List<Problem> problems = new ArrayList<>(known);
        Written merged = new Mapping(Map.of(), Place.STANDARD);
        for (Layer layer : layers) {
            problems.addAll(check(layer));
            merged = Layers.merge(schema, merged, Layers.full(schema, layer.written));
        }
        Reader reader = Reader.whole(schema);
        Optional<Object> value = reader.read((Mapping) merged);
        problems.addAll(reader.problems());
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return new Read<>(type.cast(value.orElseThrow()), schema, reader.origins());
    }

    /** What is wrong with a layer whatever the others say: unknown keys, values of a wrong type or out of their range. */
    public List<Problem> check(Layer layer) {
        return Reader.check(schema, (Mapping) Layers.full(schema, layer.written));
    }

    /** What the settings are if nobody says anything. */
    public T standard() {
        return read(List.of()).value();
    }

    /** Writes all settings of a record as YAML. */
    public String yaml(T value) {
        return SettingsText.of(schema, value, path -> Optional.of(""));
    }

    /** Every setting in tables of Markdown, a section for each of the top. */
    public String table() {
        return SettingsTable.of(schema);
    }

    /** For editors, as JSON Schema draft 7. */
    public JsonObject jsonSchema(String title) {
        return JsonSchema.of(schema, title);
    }

    /**
     * A record, and where each of its settings comes from.
     *
     * @param <T> the record
     */
    public static final class Read<T extends Record> {
        private final T value;
        private final Schema.Section schema;
        private final Map<String, Place> origins;

        private Read(T value, Schema.Section schema, Map<String, Place> origins) {
            this.value = value;
            this.schema = schema;
            this.origins = origins;
        }

        /** The settings. */
        public T value() {
            return value;
        }

        /** Where a value comes from; empty if there is no such setting. An item of a list is {@code names[0]}. */
        public Optional<Place> origin(String path) {
            return Optional.ofNullable(origins.get(path));
        }

        /** As YAML, with where each value comes from beside it. */
        public String explained() {
            return explained(Place::origin);
        }

        /** As YAML, with a remark about where each value comes from beside it. */
        public String explained(Function<Place, String> remark) {
            return SettingsText.of(schema, value, path -> Optional.of(remark.apply(place(path))));
        }

        /** The same without what nobody said. */
        public String changed() {
            return SettingsText.of(schema, value, path -> Optional.of(place(path))
                    .filter(place -> !place.equals(Place.STANDARD))
                    .map(Place::origin));
        }

        private Place place(String path) {
            return origins.getOrDefault(path, Place.STANDARD);
        }
    }
}

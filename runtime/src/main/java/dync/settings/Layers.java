package dync.settings;

import dync.settings.Schema.Kinds;
import dync.settings.Schema.Section;
import dync.settings.Written.Entry;
import dync.settings.Written.Mapping;
import dync.settings.Written.Scalar;
import dync.settings.Written.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays settings over settings: the upper ones count, and what they do not say shines through. */
final class Layers {
    private Layers() {}

    /** Writes out what was abbreviated; what does not fit is left as it is, for the reader to complain about. */
    static Written full(Schema schema, Written written) {
        if (schema instanceof Schema.Maybe maybe) {
            return isNothing(written) ? written : full(maybe.of(), written);
        }
        if (schema instanceof Section section) {
            return fullSection(section, written);
        }
        if (schema instanceof Schema.Part part) {
            return fullSection(part.of(), written);
        }
        if (schema instanceof Kinds kinds) {
            return fullKind(kinds, written);
        }
        if (schema instanceof Schema.Several several) {
            if (written instanceof Mapping && !hasKeys(several.of())) {
                return written;
            }
            List<Written> items = written instanceof Sequence sequence ? sequence.items() : List.of(written);
            return isNothing(written)
                    ? new Sequence(List.of(), written.place())
                    : new Sequence(
                            items.stream().map(item -> full(several.of(), item)).toList(), written.place());
        }
        if (schema instanceof Schema.ByName named && written instanceof Mapping mapping) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            mapping.entries()
                    .forEach((key, entry) -> entries.put(key, new Entry(entry.key(), full(named.of(), entry.value()))));
            return new Mapping(entries, written.place());
        }
        return written;
    }

    private static boolean hasKeys(Schema schema) {
        return schema instanceof Section
                || schema instanceof Schema.Part
                || schema instanceof Kinds
                || schema instanceof Schema.ByName;
    }

    private static Written fullSection(Section section, Written written) {
        if (written instanceof Mapping mapping) {
            Map<String, Entry> entries = new LinkedHashMap<>();
            mapping.entries()
                    .forEach((key, entry) -> entries.put(
                            key,
                            section.field(key)
                                    .map(field -> new Entry(entry.key(), full(field.schema(), entry.value())))
                                    .orElse(entry)));
            return new Mapping(entries, written.place());
        }
        if (isNothing(written)) {
            return new Mapping(Map.of(), written.place());
        }
        return section.main()
                .<Written>map(main -> Mapping.of(main.key(), full(main.schema(), written)))
                .orElse(written);
    }

    private static Written fullKind(Kinds kinds, Written written) {
        if (written instanceof Scalar scalar && !scalar.isNothing()) {
            return Mapping.of(Kinds.KIND, written);
        }
        return written instanceof Mapping mapping && section(kinds, mapping).isPresent()
                ? fullSection(section(kinds, mapping).get(), written)
                : written;
    }

    /** The kind that is written; empty if there is none or it is unknown. */
    static Optional<Section> section(Kinds kinds, Mapping mapping) {
        return kind(mapping).map(kinds.sections()::get);
    }

    private static Optional<String> kind(Mapping mapping) {
        return Optional.ofNullable(mapping.entries().get(Kinds.KIND))
                .map(Entry::value)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text());
    }

    /** Both written out in full. */
    static Written merge(Schema schema, Written lower, Written upper) {
        if (schema instanceof Schema.Maybe maybe) {
            return merge(maybe.of(), lower, upper);
        }
        if (schema instanceof Schema.Part part) {
            return merge(part.of(), lower, upper);
        }
        if (!(lower instanceof Mapping below) || !(upper instanceof Mapping above)) {
            return upper;
        }
        if (schema instanceof Section section) {
            return entries(below, above, (key, old, now) -> section.field(key)
                    .map(field -> merge(field.schema(), kindKnown(field, old), now))
                    .orElse(now));
        }
        if (schema instanceof Schema.ByName named) {
            return entries(below, above, (key, old, now) -> merge(named.of(), old, now));
        }
        return schema instanceof Kinds kinds ? merge(kinds, below, above) : upper;
    }

    private static Written merge(Kinds kinds, Mapping below, Mapping above) {
        if (kind(above).isPresent() && !kind(above).equals(kind(below))) {
            return above;
        }
        return section(kinds, below)
                .map(section -> merge(section, below, fullSection(section, above)))
                // of an unknown kind; the reader shall see it
                .orElseGet(() -> entries(below, above, (key, old, now) -> now));
    }

    /** Who gives no kind means the standard one. */
    private static Written kindKnown(Schema.Field field, Written written) {
        Schema schema = field.schema() instanceof Schema.Maybe maybe ? maybe.of() : field.schema();
        boolean open = schema instanceof Kinds
                && !field.required()
                && written instanceof Mapping mapping
                && kind(mapping).isEmpty();
        return open ? merge(schema, full(field.schema(), Standards.of(field)), written) : written;
    }

    private interface Join {
        Written of(String key, Written lower, Written upper);
    }

    private static Mapping entries(Mapping below, Mapping above, Join join) {
        Map<String, Entry> entries = new LinkedHashMap<>(below.entries());
        above.entries().forEach((key, entry) -> {
            Entry old = entries.get(key);
            entries.put(key, old == null ? entry : new Entry(entry.key(), join.of(key, old.value(), entry.value())));
        });
        return new Mapping(entries, above.place());
    }

    private static boolean isNothing(Written written) {
        return written instanceof Scalar scalar && scalar.isNothing();
    }
}

package dync.settings;

import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.settings.Schema.Field;
import dync.settings.Schema.Kinds;
import dync.settings.Schema.Section;
import dync.settings.Written.Entry;
import dync.settings.Written.Mapping;
import dync.settings.Written.Scalar;
import dync.settings.Written.Sequence;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes records from what is written, and gathers everything that is wrong on the way. */
final class Reader {
    private final Section root;
    private final boolean whole;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Place> origins = new LinkedHashMap<>();

    private Reader(Section root, boolean whole) {
        this.root = root;
        this.whole = whole;
    }

    /** Reads all layers laid over each other. */
    static Reader whole(Section root) {
        return new Reader(root, true);
    }

    /** Looks for what is wrong with one layer by itself: unknown keys, values of another type or out of their range. */
    static List<Problem> check(Section root, Mapping layer) {
        Reader reader = new Reader(root, false);
        reader.section(root, layer, "", Optional.empty());
        return reader.problems;
    }

    /** Where each value comes from, by its path: {@code training.epochs}, {@code use}, {@code use[0]}. */
    Map<String, Place> origins() {
        return Collections.unmodifiableMap(origins);
    }

    /** The record, or nothing and {@link #problems}. */
    Optional<Object> read(Mapping written) {
        return section(root, written, "", Optional.empty());
    }

    List<Problem> problems() {
        return problems;
    }

    private Optional<Object> value(Schema schema, Written written, String path) {
        if (schema instanceof Schema.Maybe maybe) {
            origins.put(path, written.place());
            if (written instanceof Scalar scalar && scalar.isNothing()) {
                return Optional.of(Optional.empty());
            }
            return value(maybe.of(), written, path).map(Optional::of);
        }
        if (schema instanceof Section section) {
            return written instanceof Mapping mapping
                    ? section(section, mapping, path, Optional.empty())
                    : wrong(written, path + " has settings of its own", "write them as " + keys(section));
        }
        if (schema instanceof Schema.Part part) {
            return part(part, written, path);
        }
        if (schema instanceof Kinds kinds) {
            return kind(kinds, written, path);
        }
        if (schema instanceof Schema.Several several) {
            return several(several, written, path);
        }
        if (schema instanceof Schema.ByName named) {
            return named(named, written, path);
        }
        origins.put(path, written.place());
        if (!(written instanceof Scalar scalar)) {
            return wrong(written, path + " is " + Scalars.expected(schema), "write one value");
        }
        return scalar(schema, scalar, path);
    }

    private static String keys(Section section) {
        return "{" + section.keys().get(0) + ": …}; there are: " + String.join(", ", section.keys());
    }

    private Optional<Object> scalar(Schema schema, Scalar scalar, String path) {
        try {
            return Optional.of(Scalars.read(schema, scalar, path));
        } catch (UserError unfit) {
            problems.add(new Problem(scalar.place(), unfit.getMessage(), unfit.help()));
            return Optional.empty();
        }
    }

    private Optional<Object> several(Schema.Several several, Written written, String path) {
        origins.put(path, written.place());
        // Layers.full has made a sequence of a single item
        if (!(written instanceof Sequence sequence)) {
            return wrong(written, path + " is a list", "write [ONE, OTHER]");
        }
        List<Object> values = new ArrayList<>();
        List<Written> items = sequence.items();
        // a list is replaced as a whole, so that one layer has to have all of it
        Reader inner = new Reader(root, true);
        for (int i = 0; i < items.size(); i++) {
            inner.value(several.of(), items.get(i), path + "[" + i + "]").ifPresent(values::add);
        }
        problems.addAll(inner.problems);
        origins.putAll(inner.origins);
        return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<Object> named(Schema.ByName named, Written written, String path) {
        if (!(written instanceof Mapping mapping)) {
            return wrong(written, path + " holds values by name", "write {NAME: VALUE}");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> value(named.of(), entry.value(), join(path, key))
                .ifPresent(value -> values.put(key, value)));
        return values.size() == mapping.entries().size()
                ? Optional.of(Collections.unmodifiableMap(values))
                : Optional.empty();
    }

    /** Checked as if nothing lay below it. */
    private Optional<Object> part(Schema.Part part, Written written, String path) {
        return value(part.of(), written, path).map(whole -> {
            origins.put(path, written.place());
            return new Partial<>(SettingsText.flow(written));
        });
    }

    private Optional<Object> kind(Kinds kinds, Written written, String path) {
        String all = String.join(", ", kinds.sections().keySet());
        if (!(written instanceof Mapping mapping)) {
            return wrong(written, path + " has no kind", "write one of: " + all);
        }
        Entry kind = mapping.entries().get(Kinds.KIND);
        if (kind == null && !whole) {
            return anyKind(kinds, mapping, path);
        }
        if (kind == null || !(kind.value() instanceof Scalar name) || name.isNothing()) {
            return wrong(written, path + " has no kind", "write {kind: …} with one of: " + all);
        }
        Section section = kinds.sections().get(name.text());
        if (section == null) {
            return wrong(
                    name,
                    "there is no kind '" + Excerpt.of(name.text()) + "' of " + path,
                    Nearest.advice(name.text(), kinds.sections().keySet()));
        }
        origins.put(join(path, Kinds.KIND), name.place());
        Map<String, Entry> rest = new LinkedHashMap<>(mapping.entries());
        rest.remove(Kinds.KIND);
        return section(section, new Mapping(rest, mapping.place()), path, Optional.of(kinds));
    }

    /** In a layer that leaves the kind to another, what no kind has is wrong. */
    private Optional<Object> anyKind(Kinds kinds, Mapping written, String path) {
        Set<String> keys = kinds.sections().values().stream()
                .flatMap(section -> section.keys().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        written.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                unknown(key, entry.key(), path, Nearest.advice(key, keys));
            }
        });
        return Optional.empty();
    }

    private void unknown(String key, Place place, String path, String help) {
        problems.add(new Problem(
                place, "there is no setting '" + Excerpt.of(key) + "'" + (path.isEmpty() ? "" : " in " + path), help));
    }

    private Optional<Object> section(Section section, Mapping written, String path, Optional<Kinds> among) {
        written.entries().forEach((key, entry) -> {
            if (section.field(key).isEmpty()) {
                unknown(key, entry.key(), path, new Advice(root).on(key, section, among));
            }
        });
        List<Object> values = new ArrayList<>();
        for (Field field : section.fields()) {
            if (whole || written.entries().containsKey(field.key())) {
                field(field, written, join(path, field.key())).ifPresent(values::add);
            }
        }
        return whole && values.size() == section.fields().size() ? make(section, values, written) : Optional.empty();
    }

    private Optional<Object> field(Field field, Mapping section, String path) {
        Entry entry = section.entries().get(field.key());
        if (entry == null && field.required()) {
            return wrong(
                    section,
                    path + " is missing",
                    "write " + field.key() + ": …, " + field.meaning().value());
        }
        if (entry != null && (field.required() || !whole)) {
            return value(field.schema(), Layers.full(field.schema(), entry.value()), path);
        }
        Written standard = Layers.full(field.schema(), Standards.of(field));
        return value(
                field.schema(),
                entry == null
                        ? standard
                        : Layers.merge(field.schema(), standard, Layers.full(field.schema(), entry.value())),
                path);
    }

    private Optional<Object> make(Section section, List<Object> values, Mapping written) {
        try {
            return Optional.of(section.constructor().newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UserError unfit) {
                problems.add(new Problem(written.place(), unfit.getMessage(), unfit.help()));
                return Optional.empty();
            }
            throw new IllegalStateException("cannot make a " + section.type().getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + section.type().getName(), e);
        }
    }

    private Optional<Object> wrong(Written written, String message, String help) {
        problems.add(new Problem(written.place(), message, help));
        return Optional.empty();
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}

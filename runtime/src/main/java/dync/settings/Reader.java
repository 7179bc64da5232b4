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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records from what is written, and gathers everything that is wrong on the way. */
final class Reader {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Place> origins = new LinkedHashMap<>();

    /** Where each single value comes from, by its path; lists and what they hold count as one. */
    Map<String, Place> origins() {
        return Collections.unmodifiableMap(origins);
    }

    /** @throws BadSettings with everything that is wrong */
    Object read(Section section, Mapping written) {
        Optional<Object> value = section(section, written, "");
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
        return value.orElseThrow();
    }

    private Optional<Object> value(Schema schema, Written written, String path) {
        if (schema instanceof Schema.Maybe maybe) {
            boolean nothing = written instanceof Scalar scalar && scalar.isNothing();
            if (nothing) {
                origins.put(path, written.place());
                return Optional.of(Optional.empty());
            }
            return value(maybe.of(), written, path).map(Optional::of);
        }
        if (schema instanceof Section section) {
            return written instanceof Mapping mapping
                    ? section(section, mapping, path)
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
        List<Object> values = new ArrayList<>();
        // Layers.full has made a sequence of everything
        List<Written> items = ((Sequence) written).items();
        Reader inner = new Reader();
        for (int i = 0; i < items.size(); i++) {
            inner.value(several.of(), items.get(i), path + "[" + i + "]").ifPresent(values::add);
        }
        problems.addAll(inner.problems);
        return values.size() == items.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<Object> named(Schema.ByName named, Written written, String path) {
        if (!(written instanceof Mapping mapping)) {
            return wrong(written, path + " is a list of names and values", "write {NAME: VALUE}");
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
        if (kind == null || !(kind.value() instanceof Scalar name)) {
            return wrong(written, path + " has no kind", "write {kind: …} with one of: " + all);
        }
        Section section = kinds.sections().get(name.text());
        if (section == null) {
            return wrong(
                    name,
                    "there is no kind '" + name.text() + "' of " + path,
                    Nearest.advice(name.text(), kinds.sections().keySet()));
        }
        origins.put(join(path, Kinds.KIND), name.place());
        Map<String, Entry> rest = new LinkedHashMap<>(mapping.entries());
        rest.remove(Kinds.KIND);
        return section(section, new Mapping(rest, mapping.place()), path);
    }

    private Optional<Object> section(Section section, Mapping written, String path) {
        written.entries().forEach((key, entry) -> {
            if (section.field(key).isEmpty()) {
                problems.add(new Problem(
                        entry.key(),
                        "there is no setting '" + key + "'" + (path.isEmpty() ? "" : " in " + path),
                        Nearest.advice(key, section.keys())));
            }
        });
        List<Object> values = new ArrayList<>();
        for (Field field : section.fields()) {
            field(field, written, join(path, field.key())).ifPresent(values::add);
        }
        return values.size() == section.fields().size() ? make(section, values, written) : Optional.empty();
    }

    private Optional<Object> field(Field field, Mapping section, String path) {
        Entry entry = section.entries().get(field.key());
        if (field.required()) {
            return entry == null
                    ? wrong(
                            section,
                            path + " is missing",
                            "it is " + field.meaning().value())
                    : value(field.schema(), Layers.full(field.schema(), entry.value()), path);
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

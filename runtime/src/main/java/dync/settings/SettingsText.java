package dync.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dync.settings.Schema.Field;
import dync.settings.Schema.Kinds;
import dync.settings.Schema.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes settings as YAML that reads as the same settings, every one of them, with a remark beside each if wanted. */
final class SettingsText {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final int COLUMN = 44;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-][A-Za-z0-9_./+ *µ-]*(?<! )");

    private final Function<String, Optional<String>> remark;
    private final StringBuilder text = new StringBuilder();
    private final List<String> headings = new ArrayList<>();

    private SettingsText(Function<String, Optional<String>> remark) {
        this.remark = remark;
    }

    /** @param remark what to say about the setting of a path; one without a remark is left out, an empty one is not shown */
    static String of(Section section, Object value, Function<String, Optional<String>> remark) {
        SettingsText writer = new SettingsText(remark);
        writer.section(section, value, "", "");
        return writer.text.toString();
    }

    private void section(Section section, Object value, String indent, String path) {
        for (Field field : section.fields()) {
            field(field.key(), field.schema(), component(field, value), indent, path.isEmpty() ? "" : path + ".");
        }
    }

    private static Object component(Field field, Object record) {
        try {
            var accessor = field.component().getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + field.component(), e);
        }
    }

    private void field(String key, Schema schema, Object value, String indent, String prefix) {
        String path = prefix + key;
        if (value instanceof Optional<?> maybe) {
            Schema inner = ((Schema.Maybe) schema).of();
            if (maybe.isEmpty()) {
                line(indent + key + ": null", path);
            } else {
                int before = text.length();
                field(key, inner, maybe.get(), indent, prefix);
                if (text.length() == before) {
                    // it is there, with nothing in it but standards
                    line(indent + key + ": {}", path);
                }
            }
        } else if (schema instanceof Section section) {
            under(indent + key + ":", () -> section(section, value, indent + "  ", path));
        } else if (schema instanceof Kinds kinds) {
            String name = kinds.name(value);
            under(indent + key + ":", () -> {
                line(indent + "  " + Kinds.KIND + ": " + name, path + "." + Kinds.KIND);
                section(kinds.sections().get(name), value, indent + "  ", path);
            });
        } else if (schema instanceof Schema.ByName named && !((Map<?, ?>) value).isEmpty()) {
            under(indent + key + ":", () -> ((Map<?, ?>) value)
                    .forEach(
                            (name, one) -> field(quoted(name.toString()), named.of(), one, indent + "  ", path + ".")));
        } else {
            line(indent + key + ": " + flow(schema, value), path);
        }
    }

    /** A heading stands only over something. */
    private void under(String heading, Runnable lines) {
        headings.add(heading);
        lines.run();
        headings.remove(heading);
    }

    /** On one line. */
    private static String flow(Schema schema, Object value) {
        if (schema instanceof Schema.Several several) {
            return ((List<?>) value)
                    .stream().map(one -> flow(several.of(), one)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (schema instanceof Schema.Maybe maybe) {
            return ((Optional<?>) value).map(one -> flow(maybe.of(), one)).orElse("null");
        }
        if (schema instanceof Schema.ByName named) {
            return ((Map<?, ?>) value)
                    .entrySet().stream()
                            .map(entry -> quoted(entry.getKey().toString()) + ": " + flow(named.of(), entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (schema instanceof Section section) {
            return flow(section, value, "");
        }
        if (schema instanceof Kinds kinds) {
            String name = kinds.name(value);
            return flow(kinds.sections().get(name), value, Kinds.KIND + ": " + name);
        }
        if (value instanceof Partial<?> part) {
            return part.yaml();
        }
        String written = Scalars.text(schema, value);
        boolean isText =
                schema instanceof Schema.Text || schema instanceof Schema.File || schema instanceof Schema.Notation;
        return isText ? quoted(written) : written;
    }

    private static String flow(Section section, Object value, String first) {
        String rest = section.fields().stream()
                .map(field -> field.key() + ": " + flow(field.schema(), component(field, value)))
                .collect(Collectors.joining(", "));
        return "{" + first + (first.isEmpty() || rest.isEmpty() ? "" : ", ") + rest + "}";
    }

    /** What was written, on one line. */
    static String flow(Written written) {
        if (written instanceof Written.Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": "
                            + flow(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (written instanceof Written.Sequence sequence) {
            return sequence.items().stream().map(SettingsText::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        Written.Scalar scalar = (Written.Scalar) written;
        return scalar.isNothing() ? "null" : scalar.quoted() ? JSON.toJson(scalar.text()) : plain(scalar.text());
    }

    /** A value that had no quotes keeps what it is, but on one line. */
    private static String plain(String value) {
        return value.matches("(?i)true|false") ? value : quoted(value);
    }

    /** With quotes where YAML would take the text for something else. */
    private static String quoted(String value) {
        boolean plain = PLAIN.matcher(value).matches()
                && !value.startsWith("- ")
                && !value.equals("-")
                && !value.matches("(?i)null|true|false|~|yes|no");
        return plain ? value : JSON.toJson(value);
    }

    private void line(String line, String path) {
        remark.apply(path).ifPresent(note -> {
            headings.forEach(heading -> text.append(heading).append('\n'));
            headings.clear();
            text.append(line);
            if (!note.isEmpty()) {
                text.append(" ".repeat(Math.max(2, COLUMN - line.length())))
                        .append("# ")
                        .append(note);
            }
            text.append('\n');
        });
    }
}

package dync.settings;

import dync.settings.Schema.Field;
import dync.settings.Schema.Kinds;
import dync.settings.Schema.Section;
import java.util.HashMap;
import java.util.Map;

/** Settings as tables of Markdown: what each takes, what it is if nobody says, and what it means. */
final class SettingsTable {
    private static final String HEAD = """

            | setting | takes | if nobody says | meaning |
            |---|---|---|---|
            """;

    private final StringBuilder text = new StringBuilder();

    /** Where the kinds of a type are listed; they are listed once. */
    private final Map<Class<?>, String> told = new HashMap<>();

    private SettingsTable() {}

    /** A table for single settings at the top, and one for each section. */
    static String of(Section section) {
        SettingsTable table = new SettingsTable();
        table.text.append(HEAD);
        section.fields().stream().filter(field -> !isSection(field)).forEach(field -> table.field(field, ""));
        section.fields().stream().filter(SettingsTable::isSection).forEach(field -> {
            table.text
                    .append("\n### ")
                    .append(field.key())
                    .append("\n\n")
                    .append(sentence(field))
                    .append('\n')
                    .append(HEAD);
            ((Section) inner(field.schema())).fields().forEach(one -> table.field(one, field.key() + "."));
        });
        return table.text.toString();
    }

    private static boolean isSection(Field field) {
        return inner(field.schema()) instanceof Section;
    }

    private static String sentence(Field field) {
        String meaning = field.meaning().value();
        String main = ((Section) inner(field.schema()))
                .main()
                .map(one -> " `" + field.key() + ": …` alone is its `" + one.key() + "`.")
                .orElse("");
        return Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1) + "." + main;
    }

    private void field(Field field, String prefix) {
        String path = prefix + field.key();
        Schema inner = inner(field.schema());
        String before = inner instanceof Kinds kinds ? told.getOrDefault(kinds.type(), "") : "";
        row(
                path,
                takes(field.schema()) + (before.isEmpty() ? "" : ", as `" + before + "`"),
                standard(field),
                field.meaning().value());
        String below = path + step(field.schema());
        if (inner instanceof Section section) {
            section.fields().forEach(one -> field(one, below));
        } else if (inner instanceof Kinds kinds && before.isEmpty()) {
            told.put(kinds.type(), path.strip());
            kinds(kinds, below);
        }
    }

    /** From a setting to those within it; NAME stands for one that a user chooses. */
    private static String step(Schema schema) {
        if (schema instanceof Schema.ByName) {
            return ".NAME.";
        }
        return schema instanceof Schema.Several ? "[]." : ".";
    }

    private void kinds(Kinds kinds, String prefix) {
        kinds.sections().forEach((name, section) -> {
            row(
                    prefix + Kinds.KIND + ": " + name,
                    "",
                    "",
                    section.type().getAnnotation(Kind.class).value());
            section.fields().forEach(field -> field(field, "  " + prefix));
        });
    }

    private static Schema inner(Schema schema) {
        if (schema instanceof Schema.Maybe maybe) {
            return inner(maybe.of());
        }
        if (schema instanceof Schema.Several several) {
            return inner(several.of());
        }
        return schema instanceof Schema.ByName named ? inner(named.of()) : schema;
    }

    private static String takes(Schema schema) {
        String range = Takes.range(schema);
        return Takes.type(schema) + (range.isEmpty() ? "" : ", " + range);
    }

    private static String standard(Field field) {
        String standard = field.meaning().standard();
        if (field.required()) {
            return "*has to be given*";
        }
        return standard.isEmpty() ? "" : "`" + standard + "`";
    }

    /** Two spaces before a path stand for an indent. */
    private void row(String path, String takes, String standard, String meaning) {
        String bare = path.stripLeading();
        String indent = "&emsp;".repeat((path.length() - bare.length()) / 2);
        text.append("| ")
                .append(indent)
                .append('`')
                .append(bare)
                .append("` | ")
                .append(cell(takes))
                .append(" | ");
        text.append(cell(standard)).append(" | ").append(cell(meaning)).append(" |\n");
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}

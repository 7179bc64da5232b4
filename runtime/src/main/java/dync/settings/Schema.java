package dync.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be written for a setting. */
sealed interface Schema {
    /** A number without a fraction; limits are inclusive. */
    record Whole(boolean large, double atLeast, double atMost) implements Schema {}

    /** A number, in a unit if that is not empty. */
    record Real(double atLeast, double above, double atMost, String unit) implements Schema {}

    /** true or false. */
    record Flag() implements Schema {}

    /** Any text, perhaps the path of a file. */
    record Text(boolean file) implements Schema {}

    /** The path of a file or folder. */
    record File() implements Schema {}

    /** One of the constants of an enum, in snake_case. */
    record Choice(Class<?> type, List<String> names) implements Schema {}

    /** A value with a notation of its own, which its type reads. */
    record Notation(Class<?> type, Method parse) implements Schema {}

    /** Further settings by key. */
    record Section(Class<?> type, Constructor<?> constructor, List<Field> fields) implements Schema {
        Optional<Field> field(String key) {
            return fields.stream().filter(field -> field.key().equals(key)).findFirst();
        }

        /** The one that may stand for all. */
        Optional<Field> main() {
            return fields.stream().filter(field -> field.meaning().main()).findFirst();
        }

        List<String> keys() {
            return fields.stream().map(Field::key).toList();
        }
    }

    /** One of several sections, told apart by {@code kind}. */
    record Kinds(Class<?> type, Map<String, Section> sections) implements Schema {
        static final String KIND = "kind";

        String name(Object value) {
            return sections.entrySet().stream()
                    .filter(entry -> entry.getValue().type().isInstance(value))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }

        String name(Section section) {
            return sections.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(section))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }

        /** The kinds that have a setting. */
        List<String> having(String key) {
            return sections.entrySet().stream()
                    .filter(entry -> entry.getValue().field(key).isPresent())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** Several values in a row; a single one may stand for a list of one. */
    record Several(Schema of) implements Schema {}

    /** Values by names that the user chooses. */
    record ByName(Schema of) implements Schema {}

    /** Some of the settings of a section. */
    record Part(Section of) implements Schema {}

    /** A value that may be missing. */
    record Maybe(Schema of) implements Schema {}

    /** One setting of a section. */
    record Field(String key, Key meaning, Schema schema, RecordComponent component) {
        boolean required() {
            return meaning.standard().equals(Key.REQUIRED);
        }
    }
}

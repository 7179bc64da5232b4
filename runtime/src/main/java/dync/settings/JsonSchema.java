package dync.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dync.settings.Schema.Field;
import dync.settings.Schema.Kinds;
import dync.settings.Schema.Section;
import java.util.ArrayList;
import java.util.List;

/** A schema as JSON Schema (draft 7), from which editors complete and explain settings. */
final class JsonSchema {
    /** By type: kinds are described once, wherever they are chosen. */
    private final JsonObject definitions = new JsonObject();

    private JsonSchema() {}

    static JsonObject of(Section section, String title) {
        JsonObject json = new JsonObject();
        json.addProperty("$schema", "http://json-schema.org/draft-07/schema#");
        json.addProperty("title", title);
        JsonSchema schema = new JsonSchema();
        schema.section(section).asMap().forEach(json::add);
        json.add("definitions", schema.definitions);
        return json;
    }

    private JsonObject section(Section section) {
        JsonObject properties = new JsonObject();
        JsonArray required = new JsonArray();
        for (Field field : section.fields()) {
            properties.add(field.key(), field(field));
            if (field.required()) {
                required.add(field.key());
            }
        }
        JsonObject json = typed("object");
        json.add("properties", properties);
        if (!required.isEmpty()) {
            json.add("required", required);
        }
        json.addProperty("additionalProperties", false);
        return json;
    }

    private JsonObject field(Field field) {
        JsonObject json = new JsonObject();
        json.addProperty("description", description(field));
        if (!field.required() && !field.meaning().standard().isEmpty()) {
            json.add("default", standard(field));
        }
        of(field.schema()).asMap().forEach(json::add);
        return json;
    }

    private static String description(Field field) {
        List<String> more = new ArrayList<>();
        String range = Takes.range(field.schema());
        String standard = field.meaning().standard();
        if (!range.isEmpty()) {
            more.add(range);
        }
        if (field.required()) {
            more.add("has to be given");
        } else if (!standard.isEmpty()) {
            more.add(standard + " if nobody says");
        }
        return field.meaning().value() + (more.isEmpty() ? "" : "\n\n" + String.join("; ", more));
    }

    /** As JSON where it is JSON, else as the text that one would write. */
    private static JsonElement standard(Field field) {
        String text = field.meaning().standard();
        Schema schema = field.schema() instanceof Schema.Maybe maybe ? maybe.of() : field.schema();
        boolean number = schema instanceof Schema.Whole
                || schema instanceof Schema.Real real && real.unit().isEmpty();
        if (number || schema instanceof Schema.Flag) {
            return JsonParser.parseString(text);
        }
        return schema instanceof Schema.Several ? list(text) : new JsonPrimitive(text);
    }

    private static JsonElement list(String text) {
        Written written = YamlText.value(SettingsSource.value("a standard", text));
        JsonArray array = new JsonArray();
        List<Written> items = written instanceof Written.Sequence sequence ? sequence.items() : List.of(written);
        for (Written item : items) {
            if (!(item instanceof Written.Scalar scalar)) {
                return new JsonPrimitive(text);
            }
            array.add(scalar.text());
        }
        return array;
    }

    private JsonObject of(Schema schema) {
        if (schema instanceof Schema.Maybe maybe) {
            return any(of(maybe.of()), typed("null"));
        }
        if (schema instanceof Section section) {
            return section.main()
                    .map(main -> any(section(section), of(main.schema())))
                    .orElseGet(() -> section(section));
        }
        if (schema instanceof Schema.Part part) {
            JsonObject some = section(part.of());
            some.remove("required");
            return some;
        }
        if (schema instanceof Kinds kinds) {
            return kinds(kinds);
        }
        if (schema instanceof Schema.Several several) {
            JsonObject list = typed("array");
            list.add("items", of(several.of()));
            return any(list, of(several.of()));
        }
        if (schema instanceof Schema.ByName named) {
            JsonObject map = typed("object");
            map.add("additionalProperties", of(named.of()));
            return map;
        }
        return scalar(schema);
    }

    /** A name alone, or a section with the name as its kind. */
    private JsonObject kinds(Kinds kinds) {
        String name = Schemas.snake(kinds.type().getSimpleName());
        if (!definitions.has(name)) {
            definitions.add(name, choices(kinds));
        }
        JsonObject json = new JsonObject();
        json.addProperty("$ref", "#/definitions/" + name);
        return json;
    }

    private JsonObject choices(Kinds kinds) {
        List<JsonObject> sections = new ArrayList<>();
        kinds.sections().forEach((name, section) -> {
            JsonObject kind = new JsonObject();
            kind.addProperty("const", name);
            JsonObject one = section(section);
            JsonObject properties = new JsonObject();
            properties.add(Kinds.KIND, kind);
            properties.asMap().putAll(one.getAsJsonObject("properties").asMap());
            one.add("properties", properties);
            one.addProperty("title", name);
            sections.add(one);
        });
        // that the names stand outside of the sections, too, lets editors offer those that need more than a name
        JsonObject names = new JsonObject();
        names.add(Kinds.KIND, names(kinds));
        JsonObject full = typed("object");
        full.add("properties", names);
        full.asMap().putAll(any(sections.toArray(JsonObject[]::new)).asMap());
        return any(names(kinds), full);
    }

    private static JsonObject names(Kinds kinds) {
        JsonArray names = new JsonArray();
        JsonArray meanings = new JsonArray();
        kinds.sections().forEach((name, section) -> {
            names.add(name);
            meanings.add(section.type().getAnnotation(Kind.class).value());
        });
        JsonObject json = typed("string");
        json.add("enum", names);
        json.add("enumDescriptions", meanings);
        return json;
    }

    private static JsonObject scalar(Schema schema) {
        if (schema instanceof Schema.Whole whole) {
            return limited(typed("integer"), whole.atLeast(), Double.NEGATIVE_INFINITY, whole.atMost());
        }
        if (schema instanceof Schema.Real real) {
            return real.unit().isEmpty()
                    ? limited(typed("number"), real.atLeast(), real.above(), real.atMost())
                    : quantity(real.unit());
        }
        if (schema instanceof Schema.Flag) {
            return typed("boolean");
        }
        if (schema instanceof Schema.Choice choice) {
            JsonArray names = new JsonArray();
            choice.names().forEach(names::add);
            JsonObject json = new JsonObject();
            json.add("enum", names);
            return json;
        }
        return schema instanceof Schema.File ? typed("string") : text();
    }

    /** A text, or a notation, may look like a number. */
    private static JsonObject text() {
        JsonArray types = new JsonArray();
        List.of("string", "number", "boolean").forEach(types::add);
        JsonObject json = new JsonObject();
        json.add("type", types);
        return json;
    }

    private static JsonObject quantity(String unit) {
        JsonObject quantity = typed("string");
        quantity.addProperty(
                "pattern", "^[-+]?[0-9.]+([eE][-+]?[0-9]+)? *(" + String.join("|", Quantities.units(unit)) + ")$");
        String message = "write a number with its unit, as in 10 " + unit;
        quantity.addProperty("patternErrorMessage", message);
        quantity.addProperty("errorMessage", message);
        JsonObject zero = new JsonObject();
        zero.addProperty("const", 0);
        zero.addProperty("errorMessage", message);
        return any(quantity, zero);
    }

    private static JsonObject limited(JsonObject json, double least, double above, double most) {
        if (Double.isFinite(least)) {
            json.add("minimum", number(least));
        }
        if (Double.isFinite(above)) {
            json.add("exclusiveMinimum", number(above));
        }
        if (Double.isFinite(most)) {
            json.add("maximum", number(most));
        }
        return json;
    }

    private static JsonElement number(double value) {
        return JsonParser.parseString(Scalars.number(value));
    }

    private static JsonObject any(JsonObject... choices) {
        JsonArray array = new JsonArray();
        for (JsonObject choice : choices) {
            array.add(choice);
        }
        JsonObject json = new JsonObject();
        json.add("anyOf", array);
        return json;
    }

    private static JsonObject typed(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }
}

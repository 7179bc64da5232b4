package dync.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dync.settings.Schema.Field;
import dync.settings.Schema.Kinds;
import dync.settings.Schema.Section;
import java.util.List;

/** A schema as JSON Schema (draft 7), from which editors complete and explain settings. */
final class JsonSchema {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private JsonSchema() {}

    static String of(Section section, String title) {
        JsonObject json = new JsonObject();
        json.addProperty("$schema", "http://json-schema.org/draft-07/schema#");
        json.addProperty("title", title);
        section(section).asMap().forEach(json::add);
        return GSON.toJson(json) + "\n";
    }

    private static JsonObject section(Section section) {
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

    private static JsonObject field(Field field) {
        JsonObject json = new JsonObject();
        json.addProperty("description", field.meaning().value());
        if (!field.required() && !field.meaning().standard().isEmpty()) {
            json.add("default", standard(field));
        }
        of(field.schema()).asMap().forEach(json::add);
        return json;
    }

    /** As JSON where it is JSON, else as the text that one would write. */
    private static JsonElement standard(Field field) {
        String text = field.meaning().standard();
        boolean isText = field.schema() instanceof Schema.Text;
        try {
            return isText ? new JsonPrimitive(text) : JsonParser.parseString(text);
        } catch (RuntimeException noJson) {
            return new JsonPrimitive(text);
        }
    }

    private static JsonObject of(Schema schema) {
        if (schema instanceof Schema.Maybe maybe) {
            return any(List.of(of(maybe.of()), typed("null")));
        }
        if (schema instanceof Section section) {
            return section.main()
                    .map(main -> any(List.of(section(section), of(main.schema()))))
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
            return any(List.of(list, of(several.of())));
        }
        if (schema instanceof Schema.ByName named) {
            JsonObject map = typed("object");
            map.add("additionalProperties", of(named.of()));
            return map;
        }
        return scalar(schema);
    }

    private static JsonObject kinds(Kinds kinds) {
        JsonArray choices = new JsonArray();
        JsonObject alone = typed("string");
        JsonArray names = new JsonArray();
        kinds.sections().keySet().forEach(names::add);
        alone.add("enum", names);
        choices.add(alone);
        kinds.sections().forEach((name, section) -> {
            JsonObject one = section(section);
            JsonObject kind = new JsonObject();
            kind.addProperty("const", name);
            String meaning = section.type().getAnnotation(Kind.class).value();
            kind.addProperty("description", meaning);
            one.addProperty("title", name);
            one.addProperty("description", meaning);
            JsonObject properties = new JsonObject();
            properties.add(Kinds.KIND, kind);
            one.getAsJsonObject("properties").asMap().forEach(properties::add);
            one.add("properties", properties);
            choices.add(one);
        });
        JsonObject json = new JsonObject();
        json.add("anyOf", choices);
        return json;
    }

    private static JsonObject scalar(Schema schema) {
        if (schema instanceof Schema.Whole whole) {
            return limited(typed("integer"), whole.atLeast(), Double.NEGATIVE_INFINITY, whole.atMost());
        }
        if (schema instanceof Schema.Real real) {
            if (real.unit().isEmpty()) {
                return limited(typed("number"), real.atLeast(), real.above(), real.atMost());
            }
            JsonObject quantity = typed("string");
            quantity.addProperty("pattern", "^[-+0-9.eE]+ *[A-Za-zµ]+$");
            JsonObject zero = new JsonObject();
            zero.addProperty("const", 0);
            return any(List.of(quantity, zero));
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
        // a text or a notation may look like a number
        return any(List.of(typed("string"), typed("number"), typed("boolean")));
    }

    private static JsonObject limited(JsonObject json, double least, double above, double most) {
        if (Double.isFinite(least)) {
            json.addProperty("minimum", least);
        }
        if (Double.isFinite(above)) {
            json.addProperty("exclusiveMinimum", above);
        }
        if (Double.isFinite(most)) {
            json.addProperty("maximum", most);
        }
        return json;
    }

    private static JsonObject any(List<JsonObject> choices) {
        JsonArray array = new JsonArray();
        choices.forEach(array::add);
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

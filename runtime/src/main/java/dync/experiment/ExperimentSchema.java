package dync.experiment;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dync.settings.Settings;

/** What editors know of a file with an experiment. */
public final class ExperimentSchema {
    private ExperimentSchema() {}

    /** JSON Schema, draft 7. A profile holds the same settings as the file, and neither profiles nor what is in use. */
    public static String json() {
        JsonObject file = Experiment.SETTINGS.jsonSchema("an experiment of dync");
        JsonObject settings = file.getAsJsonObject("properties");
        JsonObject references = new JsonObject();
        settings.keySet().forEach(key -> references.add(key, reference(key)));
        JsonObject profile = new JsonObject();
        profile.addProperty("type", "object");
        profile.add("properties", references);
        profile.addProperty("additionalProperties", false);
        JsonObject profiles = new JsonObject();
        profiles.addProperty("description", "settings that go together, by a name; dync config profiles prints more");
        profiles.addProperty("type", "object");
        profiles.add("additionalProperties", profile);
        JsonObject use = Settings.of(ExperimentFile.Used.class).jsonSchema("").getAsJsonObject("properties");
        settings.add(ExperimentFile.USED, use.get(ExperimentFile.USED));
        settings.add(ExperimentFile.PROFILES, profiles);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(file) + "\n";
    }

    private static JsonObject reference(String key) {
        JsonObject json = new JsonObject();
        json.addProperty("$ref", "#/properties/" + key);
        return json;
    }
}

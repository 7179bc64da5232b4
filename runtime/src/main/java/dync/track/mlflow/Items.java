package dync.track.mlflow;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dync.track.Entry;

/**
 * Parts of requests, within what MLflow's documentation guarantees to be taken: keys of 250 characters from a small
 * alphabet, values of parameters of 6000 and of tags of 5000 characters.
 */
final class Items {
    private static final int KEY = 250;
    private static final int PARAMETER = 6000;
    private static final int TAG = 5000;

    private Items() {}

    static JsonObject metric(Entry.Scalar scalar) {
        JsonObject metric = new JsonObject();
        metric.addProperty("key", key(scalar.name()));
        metric.addProperty("value", scalar.value());
        metric.addProperty("timestamp", scalar.time().toEpochMilli());
        metric.addProperty("step", scalar.step());
        return metric;
    }

    static JsonObject parameter(String key, String value) {
        return pair(key(key), cut(value, PARAMETER));
    }

    static JsonObject tag(String key, String value) {
        return pair(key(key), cut(value, TAG));
    }

    static JsonObject pair(String key, String value) {
        JsonObject pair = new JsonObject();
        pair.addProperty("key", key);
        pair.addProperty("value", value);
        return pair;
    }

    /** A request that adds to a run. */
    static JsonObject batch(String run, JsonArray metrics, JsonArray parameters, JsonArray tags) {
        JsonObject request = new JsonObject();
        request.addProperty("run_id", run);
        if (!metrics.isEmpty()) {
            request.add("metrics", metrics);
        }
        if (!parameters.isEmpty()) {
            request.add("params", parameters);
        }
        if (!tags.isEmpty()) {
            request.add("tags", tags);
        }
        return request;
    }

    /** MLflow takes letters, digits, {@code _ - . /} and blanks. */
    private static String key(String name) {
        String allowed = name.replaceAll("[^A-Za-z0-9_./\\- ]", "_");
        return allowed.substring(0, Math.min(KEY, allowed.length()));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}

package dync.data.pack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dync.data.Dataset;
import dync.data.Normalisation;
import dync.data.Split;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a packed file says of its images, as JSON.
 *
 * @param name of the data set
 * @param channels of every image
 * @param encoding of the samples
 * @param made how the samples were made from the images of the set, in words
 * @param classes what each class is called
 * @param classIds what each class is called in the files that the set came from; not written where that is the same
 * @param mean of the training images, by channel
 * @param deviation of the training images, by channel
 * @param train number of images to train on; those to test on follow them
 * @param test number of images to test on; those to validate on follow them
 * @param validation number of images to validate on
 * @param labelSum CRC-32C of all labels: another set of the same shape is another file
 */
record Description(
        String name,
        int channels,
        String encoding,
        String made,
        List<String> classes,
        List<String> classIds,
        List<Float> mean,
        List<Float> deviation,
        int train,
        int test,
        int validation,
        int labelSum) {

    static Description of(
            Dataset set,
            int channels,
            Encoding encoding,
            String made,
            int train,
            int test,
            int validation,
            int labelSum) {
        Normalisation normalisation = set.normalisation();
        List<Integer> each =
                IntStream.range(0, normalisation.channels()).boxed().toList();
        return new Description(
                set.name(),
                channels,
                encoding.name(),
                made,
                set.classes(),
                set.classIds(),
                each.stream().map(normalisation::mean).toList(),
                each.stream().map(normalisation::deviation).toList(),
                train,
                test,
                validation,
                labelSum);
    }

    byte[] bytes() {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("channels", channels);
        json.addProperty("encoding", encoding);
        json.addProperty("made", made);
        json.add("classes", names(classes));
        if (!classIds.equals(classes)) {
            json.add("class_ids", names(classIds));
        }
        json.add("mean", figures(mean));
        json.add("deviation", figures(deviation));
        json.addProperty("train", train);
        json.addProperty("test", test);
        json.addProperty("validation", validation);
        json.addProperty("label_sum", labelSum);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArray names(List<String> names) {
        JsonArray array = new JsonArray();
        names.forEach(array::add);
        return array;
    }

    private static JsonArray figures(List<Float> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    /** @throws IllegalArgumentException if something is missing or cannot be; the message goes on after the file's name */
    static Description of(byte[] bytes) {
        try {
            JsonObject json = JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            List<String> classes = strings(array(json, "classes"));
            Description read = new Description(
                    one(json, "name").getAsString(),
                    one(json, "channels").getAsInt(),
                    one(json, "encoding").getAsString(),
                    one(json, "made").getAsString(),
                    classes,
                    json.has("class_ids") ? strings(array(json, "class_ids")) : classes,
                    floats(array(json, "mean")),
                    floats(array(json, "deviation")),
                    one(json, "train").getAsInt(),
                    one(json, "test").getAsInt(),
                    one(json, "validation").getAsInt(),
                    one(json, "label_sum").getAsInt());
            read.check();
            return read;
        } catch (JsonParseException | IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("is damaged: its description cannot be read: " + e.getMessage(), e);
        }
    }

    private void check() {
        boolean figures = mean.size() == channels && deviation.size() == channels;
        boolean finite = mean.stream().allMatch(Float::isFinite)
                && deviation.stream().allMatch(value -> Float.isFinite(value) && value > 0);
        if (channels < 1
                || channels > 4
                || train < 0
                || test < 0
                || validation < 0
                || classes.isEmpty()
                || classIds.size() != classes.size()
                || !figures
                || !finite) {
            throw new IllegalArgumentException("is damaged: its description speaks of " + channels + " channels, "
                    + train
                    + " and " + test + " images, " + classes.size() + " classes with " + classIds.size()
                    + " ids, means " + mean + " and deviations "
                    + deviation);
        }
    }

    private static JsonElement one(JsonObject json, String key) {
        JsonElement value = json.get(key);
        if (value == null || !value.isJsonPrimitive()) {
            throw new IllegalArgumentException("is damaged: its description has no " + key);
        }
        return value;
    }

    private static JsonArray array(JsonObject json, String key) {
        JsonElement value = json.get(key);
        if (value == null || !value.isJsonArray()) {
            throw new IllegalArgumentException("is damaged: its description has no " + key);
        }
        return value.getAsJsonArray();
    }

    private static List<String> strings(JsonArray values) {
        List<String> strings = new ArrayList<>();
        values.forEach(value -> strings.add(value.getAsString()));
        return List.copyOf(strings);
    }

    private static List<Float> floats(JsonArray values) {
        List<Float> floats = new ArrayList<>();
        values.forEach(value -> floats.add(value.getAsFloat()));
        return List.copyOf(floats);
    }

    /** Images of a split. */
    int count(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case TEST -> test;
            case VALIDATION -> validation;
        };
    }

    /** Where the images of a split begin. */
    int first(Split split) {
        return switch (split) {
            case TRAIN -> 0;
            case TEST -> train;
            case VALIDATION -> train + test;
        };
    }

    /** Which split a sample is of. */
    Split splitOf(int sample) {
        if (sample < train) {
            return Split.TRAIN;
        }
        return sample < train + test ? Split.TEST : Split.VALIDATION;
    }

    Normalisation normalisation() {
        float[] means = new float[channels];
        float[] deviations = new float[channels];
        for (int c = 0; c < channels; c++) {
            means[c] = mean.get(c);
            deviations[c] = deviation.get(c);
        }
        return Normalisation.of(means, deviations);
    }
}

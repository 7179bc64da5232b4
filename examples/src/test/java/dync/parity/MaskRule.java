package dync.parity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dync.stimulus.PresentationSettings;
import dync.stimulus.Schedule;
import dync.stimulus.course.Span;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Presentation patterns with reaction times, prolonged by the latency of the model that the table names. */
final class MaskRule {
    /** Areas in series: each delays by the feedforward time. */
    private static final Map<String, Integer> AREAS = Map.of("DyRCNNx2", 2, "DyRCNNx4", 4, "DyRCNNx8", 4);

    private static final Pattern MODEL = Pattern.compile("^(\\w+)\\(");

    private final Comparison comparison;
    private final ParityCase recorded;
    private final String row;
    private final Settings given;

    private MaskRule(ParityCase recorded, Comparison comparison, JsonObject line) {
        this.recorded = recorded;
        this.comparison = comparison;
        this.row = line.get("index").getAsString() + "/";
        this.given = new Settings(line);
    }

    static void compare(ParityCase recorded, Comparison comparison) {
        Matcher model = MODEL.matcher(recorded.procedure());
        if (!model.find() || !AREAS.containsKey(model.group(1))) {
            throw new OutOfScope("a table of another model: " + recorded.procedure());
        }
        recorded.rows().forEach(line -> new MaskRule(recorded, comparison, line).compare(AREAS.get(model.group(1))));
    }

    private void compare(int areas) {
        given.ignore("index");
        Clock clock = new Clock(given.number("dt", 2));
        int latency = areas * clock.cut(given.number("t_feedforward", 0));
        float blank = (float) given.number("non_input_value", 0);
        int steps = given.whole("n_timesteps", 1);
        int unlabelled = given.whole("non_label_index", -1);
        Schedule schedule = presentation(given, blank).schedule(steps, clock.dt(), latency, new Random(0));
        int[] classes = classes(given.get("labels").orElseThrow());
        given.complete();

        comparison.exact(row + "n_residual_timesteps", new double[] {latency});
        comparison.exact(row + "presentation_pattern", flags(steps, schedule::shown));
        comparison.exact(row + "expanded_input_is_stimulus", repeat(flags(steps, schedule::shown), classes.length));
        double[] masked = recorded.values(row + "reaction_mask");
        double[] asked = flags(steps, t -> schedule.shown(t) && masked[t] == 0);
        if (!Arrays.equals(asked, flags(steps, t -> schedule.asked(t + latency)))) {
            comparison.problem(row + "reaction_mask leaves other steps");
        }
        double[] labels = labels(schedule, classes, unlabelled);
        comparison.exact(row + "processed_labels", labels);
        comparison.exact(row + "expanded_labels", early(labels, steps, latency));
        double bright = recorded.values(row + "stimulus_value")[0];
        double[] frames = flags(schedule.steps(), schedule::shown);
        Arrays.setAll(frames, t -> frames[t] == 1 ? bright : blank);
        comparison.exact(row + "processed_input_frame0_value", frames);
    }

    /** A pattern in any of the forms that the reference takes. */
    static PresentationSettings presentation(Settings given, float blank) {
        given.ignore("shuffle_presentation_pattern");
        String pattern = given.get("data_presentation_pattern")
                .map(written -> written.isJsonArray() ? joined(written) : written.getAsString())
                .orElse("1");
        return new PresentationSettings(
                Span.NONE,
                new dync.stimulus.course.Pattern(pattern, false),
                given.number("loss_reaction_time", 0),
                blank,
                1,
                PresentationSettings.About.DATA,
                Optional.empty());
    }

    private static String joined(JsonElement list) {
        StringBuilder entries = new StringBuilder();
        list.getAsJsonArray().forEach(entry -> entries.append(entry.getAsInt()));
        return entries.toString();
    }

    private static int[] classes(JsonElement list) {
        return StreamSupport.stream(list.getAsJsonArray().spliterator(), false)
                .mapToInt(JsonElement::getAsInt)
                .toArray();
    }

    static double[] flags(int steps, IntPredicate flag) {
        double[] flags = new double[steps];
        Arrays.setAll(flags, t -> flag.test(t) ? 1 : 0);
        return flags;
    }

    /** The same for every sample of a batch. */
    static double[] repeat(double[] values, int times) {
        double[] repeated = new double[values.length * times];
        Arrays.setAll(repeated, i -> values[i % values.length]);
        return repeated;
    }

    /** @param unlabelled what the reference writes where there is no label */
    static double[] labels(Schedule schedule, int[] classes, int unlabelled) {
        long[] spread = new long[classes.length * schedule.steps()];
        schedule.spread(classes, classes.length, spread);
        return Arrays.stream(spread)
                .mapToDouble(label -> label == Schedule.UNLABELLED ? unlabelled : label)
                .toArray();
    }

    /** The labels as they were before they were postponed. */
    private static double[] early(double[] labels, int steps, int latency) {
        double[] early = new double[labels.length / (steps + latency) * steps];
        Arrays.setAll(early, i -> labels[i / steps * (steps + latency) + latency + i % steps]);
        return early;
    }
}

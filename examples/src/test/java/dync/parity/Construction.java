package dync.parity;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A class of the reference with its constructor's arguments: what stands here for it does not hang on any run.
 *
 * @param stimulus {@code [batch, time, channels, height, width]}
 */
record Construction(String type, Settings given, List<Long> stimulus, long classes) {
    private static final Map<String, Function<Construction, Subject>> MODELS = Map.of(
            "DyRCNNx2", DyRCNNRule::built,
            "DyRCNNx4", DyRCNNRule::built,
            "DyRCNNx8", DyRCNNRule::built,
            "CorNetRT", CORnetRule::built,
            "CordsNet", CordsNetRule::built);

    private static final Map<String, Wires.Defaults> TIMES =
            Map.of("CorNetRT", CORnetRule.TIMES, "CordsNet", CordsNetRule.TIMES);

    /** Steps that are asked for where none are stated. */
    private static final Map<String, Integer> STEPS = Map.of("CorNetRT", 5, "CordsNet", 100);

    /** That of a recorded run. */
    static Construction of(ParityCase recorded) {
        return new Construction(
                recorded.type(),
                recorded.settings(),
                recorded.shape("input"),
                recorded.shape("output").get(2));
    }

    /**
     * A stimulus of any number of axes, as the reference brings it to five: what is missing before the image has size 1.
     *
     * @param dimensions {@code [time, channels, height, width]} or the last three or two of them
     */
    static List<Long> stimulus(JsonArray dimensions) {
        if (dimensions.size() < 2 || dimensions.size() > 4) {
            throw new OutOfScope("a stimulus of the sizes " + dimensions);
        }
        List<Long> axes = new ArrayList<>(Collections.nCopies(5 - dimensions.size(), 1L));
        dimensions.forEach(size -> axes.add(size.getAsLong()));
        return axes;
    }

    /** Steps of a run: of the stimulus, unless it has one and more are asked for, or fewer than are asked for. */
    int steps() {
        int shown = Math.toIntExact(stimulus.get(1));
        int asked = given.whole("n_timesteps", STEPS.getOrDefault(type, 1));
        return shown == 1 ? asked : Math.max(shown, asked);
    }

    Clock clock() {
        return new Clock(given.number("dt", 2));
    }

    Wires wires() {
        return Wires.of(given, clock(), TIMES.getOrDefault(type, DyRCNNRule.TIMES));
    }

    /**
     * The model of the library with its settings. Connections that never act are left out.
     *
     * @throws OutOfScope if there is no rule, or the rule does not go so far
     */
    Subject subject() {
        Function<Construction, Subject> rule = MODELS.get(type);
        if (rule == null) {
            throw new OutOfScope("no rule for the class " + type);
        }
        return rule.apply(this);
    }
}

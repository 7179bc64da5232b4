package dync.parity;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.Optional;

/**
 * DyRCNNx2, x4 and x8 of the library. Delays are turned into steps as the reference does it; it lets a connection whose
 * delay exceeds the stored history never act, and here such a connection is left out.
 */
final class DyRCNNRule {
    private static final Map<String, String> INTEGRATIONS = Map.of(
            "add", "additive", "additive", "additive", "mul", "multiplicative", "multiplicative", "multiplicative");

    private static final double SUPRALINEAR_GAIN = 0.8;

    private DyRCNNRule() {}

    static Subject subject(ParityCase recorded) {
        Settings given = recorded.settings();
        given.ignore(
                "input_dims",
                "n_classes",
                "n_timesteps",
                "max_weight_init",
                "dynamics_solver",
                "shuffle_presentation_pattern");
        Clock clock = new Clock(given.number("dt", 2));
        Wires wires = Wires.of(given, clock);
        if (recorded.has("param/supralin.k")
                && Math.abs(recorded.values("param/supralin.k")[0] - SUPRALINEAR_GAIN) > 1e-6) {
            throw new OutOfScope("supralinearity with a gain of its own");
        }
        int idle = given.whole("idle_timesteps", 0);
        int truncate = given.whole("truncated_bptt_timesteps", 0);
        boolean remembers = wires.history() == 0;
        String recurrence = given.text("recurrence_type", "full");
        Subject.Builder subject = Subject.of(recorded.type())
                .size("", recorded.shape("input"))
                .set("n_classes", recorded.shape("output").get(2))
                .set("dt", clock.time(1))
                .set("tau", Settings.written(given.number("tau", 5)) + " ms")
                .set("train_tau", given.flag("train_tau", false))
                .set("t_feedforward", clock.time(wires.feedforward()))
                .set("t_recurrence", clock.time(wires.recurrence()))
                .set("t_skip", clock.time(wires.skip() - 1))
                .set("t_feedback", clock.time(wires.feedbackSteps()))
                .set("recurrence_type", wires.recurrence() <= wires.history() ? recurrence : "none")
                .set("recurrence_target", given.text("recurrence_target", "output"))
                .set("skip", wires.skips())
                .set("feedback", wires.feedback().isPresent() && wires.feeds())
                .set("feedback_mode", wires.feedback().orElse("additive"))
                .set("feedforward_only", given.flag("feedforward_only", false))
                .set("supralinearity", Settings.written(given.number("supralinearity", 1)))
                .set("input_adaption_weight", Settings.written(given.number("input_adaption_weight", 0)))
                .set("bias", given.flag("bias", true))
                .set("record_dynamics", !recorded.monitors().isEmpty());
        given.complete();
        // without a history nothing is ever cut from its past: neither behind the idle steps nor by truncation
        return remembers
                ? subject.set("memory", "own").lead(idle).build()
                : subject.set("idle_timesteps", idle)
                        .set("truncated_bptt_timesteps", truncate)
                        .build();
    }

    /**
     * How far back each connection looks, in steps of the reference.
     *
     * @param history how many states an area keeps; what looks further back finds nothing
     * @param skip 1 for the state of this step
     */
    private record Wires(
            int history,
            int feedforward,
            int recurrence,
            boolean wantsSkip,
            int skip,
            Optional<String> feedback,
            int feedbackSteps) {

        static Wires of(Settings given, Clock clock) {
            double feedforward = given.number("t_feedforward", 0);
            double recurrence = given.number("t_recurrence", 6);
            double skip = given.number("t_skip", 0);
            double back = given.number("t_feedback", 30);
            boolean wantsSkip = given.flag("skip", true);
            Optional<String> feedback = feedback(given);
            double longest = Math.max(feedforward, recurrence);
            longest = feedback.isPresent() ? Math.max(longest, back) : longest;
            longest = wantsSkip ? Math.max(longest, skip + clock.dt()) : longest;
            return new Wires(
                    clock.cut(longest),
                    clock.cut(feedforward),
                    Math.max(1, clock.cut(recurrence)),
                    wantsSkip,
                    clock.rounded(skip) + 1,
                    feedback,
                    Math.max(1, clock.rounded(back)));
        }

        private static Optional<String> feedback(Settings given) {
            String mode = given.text("feedback_mode", "additive");
            Optional<JsonElement> stated = given.get("feedback");
            Optional<String> named = stated.filter(
                            value -> value.getAsJsonPrimitive().isString())
                    .map(value -> INTEGRATIONS.get(value.getAsString()));
            return named.or(() -> stated.filter(Settings::isTrue).map(value -> INTEGRATIONS.get(mode)));
        }

        boolean skips() {
            return wantsSkip && skip <= history;
        }

        boolean feeds() {
            return feedbackSteps <= history;
        }
    }
}

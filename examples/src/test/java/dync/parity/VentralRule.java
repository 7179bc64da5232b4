package dync.parity;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * DyRCNNx4: {@code examples/ventral.dyn} wherever its parameters reach, else the same model with more of them. The
 * reference lets a connection whose delay exceeds the stored history never act; here it is left out.
 */
final class VentralRule {
    private static final Map<String, String> CONNECTIONS = Map.of(
            "none", "none",
            "self", "self",
            "full", "full",
            "depthpointwise", "depthpointwise",
            "pointdepthwise", "pointdepthwise");

    private static final Map<String, String> INTEGRATIONS = Map.of(
            "add", "additive", "additive", "additive", "mul", "multiplicative", "multiplicative", "multiplicative");

    private static final double SUPRALINEAR_GAIN = 0.8;

    private static final Names NAMES = new Names()
            .map("addskip_V4\\.conv\\.(\\w+)", "V4.skip_V1.conv.$1")
            .map("addskip_IT\\.conv\\.(\\w+)", "IT.skip_V2.conv.$1")
            .map("addfeedback_V1\\.conv\\.(\\w+)", "V1.feedback_V4.conv.$1")
            .map("addfeedback_V2\\.conv\\.(\\w+)", "V2.feedback_IT.conv.$1")
            .map("input_adaption\\.recurrence\\.weight", "Trace.recurrent.weight")
            .map("(\\w+)\\.recurrence\\.(weight|bias)", "$1.recurrent.$2")
            .map("(\\w+)\\.recurrence\\.(conv|pointwise_conv)\\.(\\w+)", "$1.recurrent.conv.$3")
            .map("(\\w+)\\.recurrence\\.depthwise_conv\\.(\\w+)", "$1.recurrent.depthwise.$2")
            .map("(\\w+)\\.conv\\.(weight|bias)", "$1.conv.$2")
            .map("tau_(\\w+)", "$1.tau_area")
            .map("classifier\\.2\\.(\\w+)", "classifier.linear.$1")
            .map("n_residual_timesteps|supralin\\.[nk]", "");

    private VentralRule() {}

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
        boolean feedforwardOnly = given.flag("feedforward_only", false);
        Wires wires = Wires.of(given, clock);
        String recurrence = Optional.ofNullable(CONNECTIONS.get(given.text("recurrence_type", "full")))
                .orElseThrow(
                        () -> new OutOfScope("not in this issue: recurrence " + given.text("recurrence_type", "full")));
        boolean recurs = !feedforwardOnly && wires.recurrence() <= wires.history();
        boolean skips = !feedforwardOnly && wires.skips();
        Optional<String> feedback = wires.feedback().filter(combine -> !feedforwardOnly && wires.feeds());
        double tau = given.number("tau", 5);
        boolean fades = given.number("input_adaption_weight", 0) != 0;
        double exponent = given.number("supralinearity", 1);
        if (recorded.has("param/supralin.k")
                && Math.abs(recorded.values("param/supralin.k")[0] - SUPRALINEAR_GAIN) > 1e-6) {
            throw new OutOfScope("supralinearity with a gain of its own");
        }
        int idle = given.whole("idle_timesteps", 0);
        int truncate = given.whole("truncated_bptt_timesteps", 0);
        boolean bias = given.flag("bias", true);
        boolean beforeConv = target(given.text("recurrence_target", "output"));
        boolean remembers = wires.history() == 0;

        boolean plain = idle == 0 && truncate == 0 && bias && !beforeConv && !remembers && !fades && tau >= clock.dt();
        Path file = plain ? Rules.EXAMPLE : Rules.TEST_MODELS;
        Subject.Builder subject = Subject.of(file, "DyRCNNx4", NAMES)
                .size("", recorded.shape("input"))
                .set("n_classes", recorded.shape("output").get(2))
                .set("dt", clock.time(1))
                .set("tau", Settings.written(tau) + " ms")
                .set("t_feedforward", clock.time(wires.feedforward()))
                .set("t_recurrence", clock.time(wires.recurrence()))
                .set("t_skip", clock.time(wires.skip() - 1))
                .set("t_feedback", clock.time(wires.feedbackSteps()))
                .set("recurrence", recurs ? recurrence : "none")
                .set("skip", skips)
                .set("feedback", feedback.orElse("none"))
                .set("supralinearity", Settings.written(exponent))
                .set("train_tau", given.flag("train_tau", false));
        given.complete();
        if (plain) {
            return subject.build();
        }
        subject.set("bias", bias)
                .set("before_conv", beforeConv)
                .set("fading", fades)
                .once(fades);
        // without a history nothing is ever cut from its past: neither behind the idle steps nor by truncation
        return remembers
                ? subject.set("memory", "own").lead(idle).build()
                : subject.set("idle", idle).set("truncate", truncate).build();
    }

    private static boolean target(String named) {
        if (!List.of("input", "output").contains(named)) {
            throw new OutOfScope("not in this issue: recurrence onto " + named);
        }
        return named.equals("input");
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

package dync.parity;

import java.util.Map;

/**
 * DyRCNNx2, x4 and x8 of the library. Delays are turned into steps as the reference does it; it lets a connection whose
 * delay exceeds the stored history never act, and here such a connection is left out.
 */
final class DyRCNNRule {
    static final Wires.Defaults TIMES = new Wires.Defaults(0, 6, true, 0, 30);

    private static final double SUPRALINEAR_GAIN = 0.8;

    /** The area that a skip or feedback comes from, by the one where it joins. */
    private static final Map<String, String> SOURCES =
            Map.of("layer2", "layer1", "layer1", "layer2", "V4", "V1", "V1", "V4", "IT", "V2", "V2", "IT");

    private static final Names NAMES = names("conv");
    private static final Names LOCAL = names("sheetconv");

    private DyRCNNRule() {}

    /** @param conv what the reference calls the convolution of a recurrence */
    private static Names names(String conv) {
        Names names = new Names();
        SOURCES.forEach((target, source) -> names.map(
                        "addskip_" + target + "\\.conv\\.(\\w+)", target + ".skip_" + source + ".conv.$1")
                .map("addfeedback_" + target + "\\.conv\\.(\\w+)", target + ".feedback_" + source + ".conv.$1"));
        return names.map("input_adaption\\.recurrence\\.weight", "Adaption.retention")
                .map("(\\w+)\\.recurrence\\.(weight|bias)", "$1.recurrent.$2")
                .map("(\\w+)\\.recurrence\\.local_conv\\.conv\\.(\\w+)", "$1.recurrent.sheetconv.$2")
                .map("(\\w+)\\.recurrence\\.patchy_conv\\.(\\w+)", "$1.recurrent.depthwise.$2")
                .map("(\\w+)\\.recurrence\\.conv\\.(\\w+)", "$1.recurrent." + conv + ".$2")
                .map("(\\w+)\\.recurrence\\.pointwise_conv\\.(\\w+)", "$1.recurrent.conv.$2")
                .map("(\\w+)\\.recurrence\\.depthwise_conv\\.(\\w+)", "$1.recurrent.depthwise.$2")
                .map("(\\w+)\\.conv\\.(weight|bias)", "$1.conv.$2")
                .map("(\\w+)\\.conv2\\.(weight|bias)", "$1.conv_2.$2")
                .map("(?:tau_(\\w+)|tstep_(\\w+)\\.tau)", "$1$2.tau_area")
                .map("classifier\\.2\\.(\\w+)", "classifier.linear.$1")
                .map("n_residual_timesteps|supralin\\.[nk]|.*\\.flat_(?:layer|plane)_mapping", "");
    }

    static Subject subject(ParityCase recorded) {
        if (recorded.has("param/supralin.k")
                && Math.abs(recorded.values("param/supralin.k")[0] - SUPRALINEAR_GAIN) > 1e-6) {
            throw new OutOfScope("supralinearity with a gain of its own");
        }
        return built(Construction.of(recorded), !recorded.monitors().isEmpty());
    }

    static Subject built(Construction construction) {
        return built(construction, false);
    }

    private static Subject built(Construction construction, boolean recordsDynamics) {
        Settings given = construction.given();
        given.ignore("input_dims", "n_classes", "n_timesteps", "dynamics_solver", "shuffle_presentation_pattern");
        Clock clock = new Clock(given.number("dt", 2));
        Wires wires = Wires.of(given, clock, TIMES);
        int idle = given.whole("idle_timesteps", 0);
        int truncate = given.whole("truncated_bptt_timesteps", 0);
        boolean remembers = wires.history() == 0;
        String recurrence = given.text("recurrence_type", "full");
        Subject.Builder subject = Subject.of(construction.type(), recurrence.equals("local") ? LOCAL : NAMES)
                .size("", construction.stimulus())
                .set("n_classes", construction.classes())
                .set("dt", clock.time(1))
                .set("tau", Settings.written(given.number("tau", 5)) + " ms")
                .set("train_tau", given.flag("train_tau", false))
                .set("t_feedforward", clock.time(wires.feedforward()))
                .set("t_recurrence", clock.time(wires.recurrenceSteps()))
                .set("t_skip", clock.time(wires.skip() - 1))
                .set("t_feedback", clock.time(wires.feedbackSteps()))
                .set("recurrence_type", wires.recurs() ? recurrence : "none")
                .set("recurrence_target", given.text("recurrence_target", "output"))
                .set("skip", wires.skips())
                .set("feedback", wires.feeds())
                .set("feedback_mode", wires.feedback().orElse("additive"))
                .set("feedforward_only", given.flag("feedforward_only", false))
                .set("supralinearity", Settings.written(given.number("supralinearity", 1)))
                .set("input_adaption_weight", Settings.written(given.number("input_adaption_weight", 0)))
                .set("bias", given.flag("bias", true))
                .set("max_weight_init", Settings.written(given.number("max_weight_init", 0.001)))
                .set("record_dynamics", recordsDynamics);
        given.complete();
        // without a history nothing is ever cut from its past: neither behind the idle steps nor by truncation
        return remembers
                ? subject.set("memory", "own").lead(idle).build()
                : subject.set("idle_timesteps", idle)
                        .set("truncated_bptt_timesteps", truncate)
                        .build();
    }
}

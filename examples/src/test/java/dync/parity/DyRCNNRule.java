package dync.parity;

/**
 * DyRCNNx2, x4 and x8 of the library. Delays are turned into steps as the reference does it; it lets a connection whose
 * delay exceeds the stored history never act, and here such a connection is left out.
 */
final class DyRCNNRule {
    static final Wires.Defaults TIMES = new Wires.Defaults(0, 6, true, 0, 30);

    private static final double SUPRALINEAR_GAIN = 0.8;

    private DyRCNNRule() {}

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
        Subject.Builder subject = Subject.of(construction.type())
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

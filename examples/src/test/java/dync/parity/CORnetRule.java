package dync.parity;

/**
 * CorNetRT: always with recurrence of each unit onto itself, whatever type is asked for. Before its first signal the
 * reference fills an area's past with zeros at every step; here it is blank once, which is the same for delays of one
 * step at most.
 */
final class CORnetRule {
    static final Wires.Defaults TIMES = new Wires.Defaults(2, 2, false, 0, 30);

    private CORnetRule() {}

    static Subject subject(ParityCase recorded) {
        Settings given = recorded.settings();
        Clock clock = new Clock(given.number("dt", 2));
        if (Wires.of(given, clock, TIMES).feedforward() > 1) {
            throw new OutOfScope(
                    "decision 20: an area that waits for longer than a step is not blanked again and again");
        }
        return built(Construction.of(recorded));
    }

    static Subject built(Construction construction) {
        Settings given = construction.given();
        given.ignore(
                "input_dims",
                "n_classes",
                "n_timesteps",
                "max_weight_init",
                "init_with_pretrained",
                "pretrained",
                "recurrence_type",
                "fixed_self_weight",
                "tau",
                "dynamics_solver",
                "shuffle_presentation_pattern");
        Clock clock = new Clock(given.number("dt", 2));
        Wires wires = Wires.of(given, clock, TIMES);
        boolean silent = given.flag("feedforward_only", false) || !wires.recurs();
        Subject.Builder subject = Subject.of("CORnetRT")
                .size("", construction.stimulus())
                .set("n_classes", construction.classes())
                .set("dt", clock.time(1))
                .set("t_feedforward", clock.time(wires.feedforward()))
                .set("t_recurrence", clock.time(wires.recurrenceSteps()))
                .set("recurrence_target", given.text("recurrence_target", "middle"))
                .set("recurrence_bias", given.flag("recurrence_bias", false))
                .set("feedforward_only", silent)
                .set("idle_timesteps", given.whole("idle_timesteps", 0))
                .set("truncated_bptt_timesteps", given.whole("truncated_bptt_timesteps", 0));
        given.complete();
        return subject.build();
    }
}

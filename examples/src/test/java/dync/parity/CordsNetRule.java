package dync.parity;

/** CordsNet, with lengths and directions of filters apart. */
final class CordsNetRule {
    static final Wires.Defaults TIMES = new Wires.Defaults(2, 2, true, 2, 0);

    private CordsNetRule() {}

    static Subject subject(ParityCase recorded) {
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
                "dynamics_solver",
                "shuffle_presentation_pattern");
        Clock clock = new Clock(given.number("dt", 2));
        Wires wires = Wires.of(given, clock, TIMES);
        // the skips' delays are cut here, and not rounded
        int skip = clock.cut(given.number("t_skip", TIMES.skip()));
        Subject.Builder subject = Subject.of("CordsNet")
                .size("", construction.stimulus())
                .set("n_classes", construction.classes())
                .set("dt", clock.time(1))
                .set("tau", Settings.written(given.number("tau", 10)) + " ms")
                .set("t_feedforward", clock.time(wires.feedforward()))
                .set("t_recurrence", clock.time(wires.recurrenceSteps()))
                .set("t_skip", clock.time(skip))
                .set("recurrence_type", wires.recurs() ? given.text("recurrence_type", "full") : "none")
                .set("recurrence_target", given.text("recurrence_target", "output"))
                .set("skip", wires.wantsSkip())
                .set("feedforward_only", given.flag("feedforward_only", false))
                .set("idle_timesteps", given.whole("idle_timesteps", 100))
                .set("truncated_bptt_timesteps", given.whole("truncated_bptt_timesteps", 0));
        given.complete();
        return subject.build();
    }
}

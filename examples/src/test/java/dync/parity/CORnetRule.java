package dync.parity;

/**
 * CorNetRT: always with recurrence of each unit onto itself, whatever type is asked for. Before its first signal the
 * reference fills an area's past with zeros at every step; here it is blank once, which is the same for delays of one
 * step at most.
 */
final class CORnetRule {
    private static final Names NAMES = new Names()
            .map("(\\w+)\\.conv2\\.(weight)", "$1.conv_2.$2")
            .map("(\\w+)\\.conv\\.(weight|bias)", "$1.conv.$2")
            .map("(\\w+)\\.mid_modules\\.(weight|bias)", "$1.groupnorm.$2")
            .map("norm_(\\w+)\\.(weight|bias)", "$1.groupnorm_2.$2")
            .map("(\\w+)\\.recurrence\\.(weight|bias)", "$1.recurrent.$2")
            .map("classifier\\.2\\.(\\w+)", "classifier.linear.$1")
            .map("n_residual_timesteps", "");

    private CORnetRule() {}

    static Subject subject(ParityCase recorded) {
        Settings given = recorded.settings();
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
        double feedforward = given.number("t_feedforward", 2);
        double recurrence = given.number("t_recurrence", 2);
        double longest = Math.max(feedforward, recurrence);
        if (given.flag("skip", false)) {
            longest = Math.max(longest, given.number("t_skip", 0) + clock.dt());
        }
        if (given.flag("feedback", false)) {
            longest = Math.max(longest, given.number("t_feedback", 30));
        }
        given.ignore("t_skip", "t_feedback", "feedback_mode");
        if (clock.cut(feedforward) > 1) {
            throw new OutOfScope(
                    "decision 20: an area that waits for longer than a step is not blanked again and again");
        }
        int steps = Math.max(1, clock.cut(recurrence));
        boolean silent = given.flag("feedforward_only", false) || steps > clock.cut(longest);
        Subject.Builder subject = Subject.of("CORnetRT", NAMES)
                .size("", recorded.shape("input"))
                .set("n_classes", recorded.shape("output").get(2))
                .set("dt", clock.time(1))
                .set("t_feedforward", clock.time(clock.cut(feedforward)))
                .set("t_recurrence", clock.time(steps))
                .set("recurrence_target", given.text("recurrence_target", "middle"))
                .set("recurrence_bias", given.flag("recurrence_bias", false))
                .set("feedforward_only", silent)
                .set("idle_timesteps", given.whole("idle_timesteps", 0))
                .set("truncated_bptt_timesteps", given.whole("truncated_bptt_timesteps", 0));
        given.complete();
        return subject.build();
    }
}

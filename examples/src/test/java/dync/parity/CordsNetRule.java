package dync.parity;

/** CordsNet, with lengths and directions of filters apart. */
final class CordsNetRule {
    private static final Names NAMES = names();

    private CordsNetRule() {}

    private static Names names() {
        Names names = new Names();
        for (int layer = 2; layer <= 8; layer++) {
            names = filters(
                    names,
                    "addskip_layer" + layer + "\\.conv",
                    "layer" + layer + ".skip_layer" + (layer - 2) + ".conv");
        }
        names = filters(names, "classifier\\.3", "classifier.linear")
                .map("classifier\\.3\\.bias", "classifier.linear.bias");
        names = filters(names, "(\\w+)\\.recurrence\\.(?:conv|pointwise_conv)", "$1.recurrent.conv");
        names = filters(names, "(\\w+)\\.recurrence\\.depthwise_conv", "$1.recurrent.depthwise");
        return filters(names, "(\\w+)\\.conv", "$1.conv")
                .map("addbias_(\\w+)\\.bias", "$1.spatialbias.bias")
                .map("tau_(\\w+)", "$1.tau_area")
                .map("n_residual_timesteps", "");
    }

    private static Names filters(Names names, String reference, String here) {
        return names.map(reference + "\\.parametrizations\\.weight\\.original0", here + ".length")
                .map(reference + "\\.parametrizations\\.weight\\.original1", here + ".weight");
    }

    static Subject subject(ParityCase recorded) {
        Settings given = recorded.settings();
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
        double feedforward = given.number("t_feedforward", 2);
        double recurrence = given.number("t_recurrence", 2);
        double skip = given.number("t_skip", 2);
        boolean skips = given.flag("skip", true);
        double longest = Math.max(feedforward, recurrence);
        int history = clock.cut(skips ? Math.max(longest, skip + clock.dt()) : longest);
        int steps = Math.max(1, clock.cut(recurrence));
        Subject.Builder subject = Subject.of("CordsNet", NAMES)
                .size("", recorded.shape("input"))
                .set("n_classes", recorded.shape("output").get(2))
                .set("dt", clock.time(1))
                .set("tau", Settings.written(given.number("tau", 10)) + " ms")
                .set("t_feedforward", clock.time(clock.cut(feedforward)))
                .set("t_recurrence", clock.time(steps))
                .set("t_skip", clock.time(clock.cut(skip)))
                .set("recurrence_type", steps <= history ? given.text("recurrence_type", "full") : "none")
                .set("recurrence_target", given.text("recurrence_target", "output"))
                .set("skip", skips)
                .set("feedforward_only", given.flag("feedforward_only", false))
                .set("idle_timesteps", given.whole("idle_timesteps", 100))
                .set("truncated_bptt_timesteps", given.whole("truncated_bptt_timesteps", 0));
        given.complete();
        return subject.build();
    }
}

package dync.parity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A skip or feedback from a convolution's past into a second stream. */
final class ConnectionRule {
    private static final Map<String, String> INTEGRATIONS =
            Map.of("additive", "additive", "multiplicative", "multiplicative");

    private ConnectionRule() {}

    static Subject skip(ParityCase recorded) {
        return subject(recorded, false);
    }

    static Subject feedback(ParityCase recorded) {
        return subject(recorded, true);
    }

    private static Subject subject(ParityCase recorded, boolean backwards) {
        Settings given = recorded.settings();
        Settings source = given.inner("source");
        if (!source.flag("feedforward_only", false)) {
            throw new OutOfScope("a source with a recurrence of its own");
        }
        Clock clock = new Clock(source.number("dt", 1));
        int index = Math.max(1, index(given));
        int history = clock.cut(source.number("history_length", 0));
        List<Long> second = recorded.shape("input2");
        boolean auto = given.flag("auto_adapt", false);
        int sends = source.whole("out_channels", 0);
        boolean convolved = given.whole("out_channels", auto ? second.get(2).intValue() : sends) != sends
                || given.flag("force_conv", false);
        int kernel = given.whole("kernel_size", 1);
        int stride = given.whole("stride", 1);
        boolean bias = given.flag("bias", true);
        Optional<String> norm = given.get("parametrization").map(stated -> stated.getAsString());
        norm.filter(stated -> !stated.endsWith("weight_norm")).ifPresent(other -> {
            throw new OutOfScope("the parametrization " + other);
        });
        String combine = Optional.ofNullable(INTEGRATIONS.get(given.text("integration_strategy", "additive")))
                .orElseThrow(() -> new OutOfScope("an integration " + given.text("integration_strategy", "")));
        boolean bridged = auto && kernel == 1 && stride == 1 && bias && norm.isEmpty();
        String target = backwards ? "response.feedback_source" : "response.skip_source";
        // the reference looks only as far back as the channels and sizes it is told; the second stream shows the rest
        given.ignore("in_channels", "scale_factor");
        source.ignore("dim_x", "dim_y", "in_channels", "t_recurrence");
        Subject.Builder subject = Subject.of(Rules.TEST_MODELS, "Connection", names(target, !bridged, norm.isPresent()))
                .size("", recorded.shape("input"))
                .size("second_", second)
                .inputs(Map.of("first", "input", "second", "input2"))
                .set("out_channels", sends)
                .set("kernel", source.whole("kernel_size", 3))
                .set("stride", source.whole("stride", 1))
                .set("bias", source.flag("bias", true))
                .set("dt", clock.time(1))
                .set("delay", clock.time(backwards ? index : index - 1))
                .set("combine", combine)
                .set("backwards", backwards)
                .set("connected", index <= history)
                .set("bridged", bridged)
                .set("convolved", convolved)
                .set("wire_kernel", kernel)
                .set("wire_stride", stride)
                .set("wire_bias", bias)
                .set("wire_norm", norm.isPresent());
        given.complete();
        source.complete();
        return subject.build();
    }

    /** Which entry of the history is read, 1 for the newest: as stated, or one more than the time in steps. */
    private static int index(Settings given) {
        Clock clock = new Clock(given.number("dt", 1));
        int timed = clock.cut(given.number("t_connection", 0)) + 1;
        return given.whole("delay_index", timed);
    }

    private static Names names(String wire, boolean block, boolean normed) {
        String conv = wire + (block ? ".Wire.conv." : ".conv.");
        Names names = new Names().map("source\\.conv\\.(\\w+)", "source.conv.$1");
        return normed
                ? names.map("conv\\.parametrizations\\.weight\\.original0", conv + "length")
                        .map("conv\\.parametrizations\\.weight\\.original1", conv + "weight")
                        .map("conv\\.bias", conv + "bias")
                : names.map("conv\\.(\\w+)", conv + "$1");
    }
}

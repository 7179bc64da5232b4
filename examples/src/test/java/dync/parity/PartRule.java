package dync.parity;

import java.util.List;
import java.util.Map;

/** Parts of the standard library, each alone in an area. */
final class PartRule {
    private static final Map<String, String> BIASES = Map.of(
            "SpatialBias", "spatialbias",
            "FeatureBias", "featurebias",
            "ScalarBias", "scalarbias");

    private PartRule() {}

    static Subject bias(ParityCase recorded) {
        Settings given = recorded.settings();
        String name = BIASES.get(recorded.type());
        boolean trainable = given.flag("requires_grad", true);
        // the size of the flow and the recorded weights tell the rest
        given.ignore("channels", "height", "width", "init_value", "allow_null_input", "dtype", "batch_size");
        given.complete();
        return subject(
                recorded,
                new Names().map("bias", "response." + name + ".bias"),
                "area response {",
                "    blank",
                "    " + name + "(trainable = " + trainable + ")",
                "    emit",
                "}");
    }

    static Subject supralinear(ParityCase recorded) {
        Settings given = recorded.settings();
        boolean trainable = given.flag("requires_grad", false);
        given.ignore("n", "k");
        given.complete();
        return subject(
                recorded,
                new Names().map("([nk])", "response.$1"),
                "area response {",
                "    weight n: float = 1.8, trainable = " + trainable,
                "    weight k: float = 0.8, trainable = " + trainable,
                "    supralinear(n = n, k = k)",
                "    emit",
                "}");
    }

    /** Channels and kernels are read off the weights. */
    static Subject retina(ParityCase recorded) {
        Formula first = recorded.formulas().get("conv1.weight");
        Formula second = recorded.formulas().get("conv2.weight");
        return subject(
                recorded,
                new Names()
                        .map("conv1\\.(\\w+)", "response.retina.conv.$1")
                        .map("conv2\\.(\\w+)", "response.retina.conv_2.$1"),
                "area response {",
                "    retina(" + second.shape()[0]
                        + ", hidden = " + first.shape()[0]
                        + ", kernel = " + first.shape()[2]
                        + ", bias = " + recorded.parameters().contains("conv1.bias") + ")",
                "    emit",
                "}");
    }

    static Subject fading(ParityCase recorded) {
        Settings given = recorded.settings();
        boolean bias = recorded.parameters().contains("recurrence.bias");
        given.ignore("fixed_weight", "bias", "max_weight_init");
        given.complete();
        return subject(
                recorded,
                new Names()
                        .map("recurrence\\.weight", "response.retention")
                        .map("recurrence\\.bias", "response.offset"),
                "area response = FadingFirstFrame(step = 1 ms, bias = " + bias + ")");
    }

    private static Subject subject(ParityCase recorded, Names names, String... area) {
        List<Long> shape = recorded.shape("input");
        Written text = new Written("Part", new Clock(1), Math.toIntExact(shape.get(1)))
                .input("input", shape, recorded.hasGaps("input"))
                .lines(List.of(area))
                .line("readout all { flatten }");
        return Subject.of(text.file(), "Part", names).build();
    }
}

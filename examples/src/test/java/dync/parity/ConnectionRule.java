package dync.parity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A skip or feedback from a layer's past into a second stream. */
final class ConnectionRule {
    private static final String BEFORE = "source.";

    private ConnectionRule() {}

    static Subject skip(ParityCase recorded) {
        return subject(recorded, "skip");
    }

    static Subject feedback(ParityCase recorded) {
        return subject(recorded, "feedback");
    }

    private static Subject subject(ParityCase recorded, String kind) {
        Settings given = recorded.settings();
        Settings inner = given.inner("source");
        RecurrentLayer source = new RecurrentLayer(inner, weights(recorded), recorded.hasGaps("input"));
        List<Long> second = recorded.shape("input2");
        int steps = Math.toIntExact(second.get(1));
        boolean backwards = kind.equals("feedback");
        String sends = "area source from first {";
        String receives = "area response from second { receive " + kind + " emit }";
        Written text = new Written("Connection", source.clock(), steps)
                .input("first", recorded.shape("input"), recorded.hasGaps("input"))
                .input("second", second, recorded.hasGaps("input2"));
        if (backwards) {
            text.line(receives);
        }
        text.line(sends).lines(source.steps()).line("emit").line("}");
        if (!backwards) {
            text.line(receives);
        }
        text.line(wire(given, inner, source, kind, recorded)).line("readout all from response { flatten }");
        inner.ignore("t_feedforward");
        // the reference looks only as far back as the channels and sizes it is told; the second stream shows the rest
        given.ignore("in_channels", "scale_factor");
        given.complete();
        inner.complete();
        Names names =
                source.names(new Names(), "source\\.", "source").module("conv", "response." + kind + "_source.conv");
        return Subject.of(text.file(), "Connection", names)
                .inputs(Map.of("first", "input", "second", "input2"))
                .build();
    }

    /** The weights of the source, by its own names for them. */
    private static Set<String> weights(ParityCase recorded) {
        return recorded.parameters().stream()
                .filter(name -> name.startsWith(BEFORE))
                .map(name -> name.substring(BEFORE.length()))
                .collect(Collectors.toSet());
    }

    /** The connection; nothing where it looks further back than the source keeps. */
    private static String wire(
            Settings given, Settings inner, RecurrentLayer source, String kind, ParityCase recorded) {
        List<Long> second = recorded.shape("input2");
        boolean auto = given.flag("auto_adapt", false);
        int sends = inner.whole("out_channels", 0);
        int yields = given.whole("out_channels", auto ? second.get(2).intValue() : sends);
        boolean convolved = yields != sends || given.flag("force_conv", false);
        int kernel = given.whole("kernel_size", 1);
        int stride = given.whole("stride", 1);
        boolean bias = given.flag("bias", true);
        boolean normed = RecurrentLayer.normalisation(given);
        String combine = RecurrentLayer.integration(given);
        if (!given.text("upsample_mode", "nearest").equals("nearest")) {
            throw new OutOfScope("a connection that is resampled " + given.text("upsample_mode", ""));
        }
        int index = Math.max(1, index(given));
        if (index > source.history() || combine.equals("none") && !recorded.hasGaps("input2")) {
            return "";
        }
        if (combine.equals("none")) {
            throw new OutOfScope("a connection that acts only where the flow is absent");
        }
        String wire = kind + " source -> response (delay = "
                + source.clock().time(kind.equals("feedback") ? index : index - 1) + ", combine = " + combine + ")";
        // what the compiler bridges by itself is left to it
        if (auto && kernel == 1 && stride == 1 && bias && !normed && convolved == (yields != sends)) {
            return wire;
        }
        String conv = convolved
                ? "conv(" + yields + ", kernel = " + kernel + ", stride = " + stride + ", bias = " + bias
                        + ", weight_norm = " + normed + ") "
                : "";
        return wire + " { " + conv + "resample(" + second.get(3) + ", " + second.get(4) + ") }";
    }

    /** Which entry of the history is read, 1 for the newest: as stated, or one more than the time in steps. */
    private static int index(Settings given) {
        Clock clock = new Clock(given.number("dt", 1));
        int timed = clock.cut(given.number("t_connection", 0)) + 1;
        return given.whole("delay_index", timed);
    }
}

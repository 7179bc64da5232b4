package dync.parity;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reference's recurrent layer: one convolution, or two with a rectified middle, and its delayed output joined at
 * the input, in the middle or at the output. The model is written as text, a line for each part.
 */
final class RecurrentConvRule {
    private static final Map<String, String> INTEGRATIONS =
            Map.of("additive", "additive", "multiplicative", "multiplicative", "none", "none");

    private static final Set<String> WITH_KERNEL = Set.of("full", "depthpointwise", "pointdepthwise", "localdepthwise");
    private static final Set<String> WITHOUT_KERNEL = Set.of("self", "local");

    private final ParityCase recorded;
    private final Settings given;
    private final Clock clock;
    private final int history;

    private RecurrentConvRule(ParityCase recorded) {
        this.recorded = recorded;
        given = recorded.settings();
        clock = new Clock(given.number("dt", 1));
        double longest = Math.max(given.number("t_recurrence", 0), given.number("t_feedforward", 0));
        history = clock.cut(given.number("history_length", longest));
    }

    static Subject subject(ParityCase recorded) {
        return new RecurrentConvRule(recorded).subject();
    }

    private Subject subject() {
        // what the sizes of the flow tell, and what cannot matter to a run with given weights
        given.ignore("in_channels", "dim_y", "dim_x", "max_weight_init", "tau");
        String text = model();
        given.complete();
        return Subject.of(Written.file(text), "Layer", names())
                .responses(Map.of("delayed", "response.delayed"))
                .build();
    }

    private Names names() {
        String middle = middle().map(step -> step.replaceAll("\\W.*", "")).orElse("");
        String recurrence = recurrence().equals("local") ? "sheetconv" : "conv";
        return new Names()
                .module("conv", "response.conv")
                .module("conv2", "response.conv_2")
                .map("mid_modules\\.num_batches_tracked", "")
                .map("mid_modules\\.(\\w+)", "response." + middle + ".$1")
                .map("recurrence\\.(weight|bias)", "response.recurrent.$1")
                .map("recurrence\\.(?:local_conv\\.)?flat_\\w+_mapping", "")
                .module("recurrence\\.(?:pointwise_)?conv", "response.recurrent." + recurrence)
                .module("recurrence\\.local_conv\\.conv", "response.recurrent.sheetconv")
                .module("recurrence\\.(?:depthwise|patchy)_conv", "response.recurrent.depthwise");
    }

    private String model() {
        List<Long> shape = recorded.shape("input");
        boolean gaps = recorded.hasGaps("input");
        boolean two = given.get("mid_channels").isPresent();
        String target = given.text("recurrence_target", "output");
        return Stream.of(
                        Optional.of("clock(step = " + clock.time(1) + ", steps = " + shape.get(1) + ")"),
                        Optional.of("input(" + shape.get(2) + ", " + shape.get(3) + ", " + shape.get(4) + ", gaps = "
                                + gaps + ")"),
                        Optional.of("area response {"),
                        recurrent(target.equals("input"), gaps),
                        Optional.of(conv(0, two ? "mid_channels" : "out_channels")),
                        middle(),
                        Optional.of("relu").filter(relu -> two),
                        recurrent(target.equals("middle") && two, gaps),
                        Optional.of(two).filter(stage -> stage).map(stage -> conv(1, "out_channels")),
                        recurrent(target.equals("output"), gaps),
                        Optional.of(
                                "emit(delay = " + clock.time(delay(shape.get(1).intValue())) + ")"),
                        Optional.of("record(delayed)"),
                        Optional.of("}"),
                        Optional.of("readout all { flatten }"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n    ", "model Layer {\n    ", "\n}\n"));
    }

    private String conv(int stage, String channels) {
        int kernel = whole("kernel_size", stage, 0);
        return "conv(" + given.whole(channels, 0)
                + ", kernel = " + kernel
                + ", stride = " + whole("stride", stage, 1)
                + ", padding = " + whole("padding", stage, kernel / 2)
                + ", bias = " + flag("bias", stage)
                + ", weight_norm = " + isNormed(stage == 0 ? "conv" : "conv2") + ")";
    }

    /** A layer behind the first convolution, as the reference's metadata writes it. */
    private Optional<String> middle() {
        return given.get("mid_modules").map(JsonElement::getAsString).flatMap(Middle::step);
    }

    private Optional<String> recurrent(boolean here, boolean gaps) {
        String kind = recurrence();
        boolean bias = given.flag("recurrence_bias", flag("bias", 0));
        int kernel = given.whole("recurrence_kernel_size", whole("kernel_size", 0, 0));
        Optional<String> fixed = given.get("fixed_self_weight").map(JsonElement::getAsString);
        int delay = Math.max(1, clock.cut(given.number("t_recurrence", 0)));
        String integration = given.text("integration_strategy", "additive");
        if (!INTEGRATIONS.containsKey(integration)) {
            throw new OutOfScope("the integration " + integration);
        }
        // a history too short for the delay never answers, and the recurrence never acts
        boolean acts = here && !kind.equals("none") && !given.flag("feedforward_only", false) && delay <= history;
        if (!acts || integration.equals("none") && !gaps) {
            return Optional.empty();
        }
        if (integration.equals("none")) {
            throw new OutOfScope("a recurrence that acts only where the flow is absent");
        }
        String arguments = ", delay = " + clock.time(delay) + ", combine = " + integration + ", bias = " + bias;
        if (WITH_KERNEL.contains(kind)) {
            arguments += ", kernel = " + kernel;
        }
        if (isNormed("recurrence")) {
            arguments += ", weight_norm = true";
        }
        if (kind.equals("self")) {
            arguments +=
                    fixed.map(weight -> ", init = constant(" + weight + ")").orElse("");
        }
        return Optional.of("recurrent(" + kind + arguments + ")");
    }

    private String recurrence() {
        String kind = given.text("recurrence_type", "self").toLowerCase(Locale.ROOT);
        if (!WITH_KERNEL.contains(kind) && !WITHOUT_KERNEL.contains(kind) && !kind.equals("none")) {
            throw new OutOfScope("recurrence " + kind);
        }
        return kind;
    }

    /** A history too short for the delay never answers: then the layer's output waits until after the run. */
    private int delay(int steps) {
        int delay = clock.cut(given.number("t_feedforward", 0));
        return delay <= history ? delay : steps;
    }

    /** Which parts have normalised weights is read off the names of their weights. */
    private boolean isNormed(String module) {
        Optional<String> stated = given.get("parametrization").map(JsonElement::getAsString);
        stated.filter(name -> !name.equals("identity") && !name.endsWith("weight_norm"))
                .ifPresent(other -> {
                    throw new OutOfScope("the parametrization " + other);
                });
        return recorded.parameters().stream()
                .anyMatch(name -> name.matches(module + "\\.(\\w+\\.)*parametrizations\\.weight\\.original0"));
    }

    /** A setting for each of the two convolutions, or one for both. */
    private Optional<JsonElement> of(String name, int stage) {
        return given.get(name)
                .map(value -> value.isJsonArray() ? value.getAsJsonArray().get(stage) : value)
                .filter(value -> !value.isJsonNull());
    }

    private int whole(String name, int stage, int otherwise) {
        return of(name, stage).map(JsonElement::getAsInt).orElse(otherwise);
    }

    private boolean flag(String name, int stage) {
        return of(name, stage).map(Settings::isTrue).orElse(true);
    }
}

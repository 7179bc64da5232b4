package dync.parity;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The body of an area that stands for the reference's recurrent layer: one convolution, or two with a rectified middle,
 * and its delayed output joined at the input, in the middle or at the output.
 */
final class RecurrentLayer {
    private static final Set<String> INTEGRATIONS = Set.of("additive", "multiplicative", "none");
    private static final Set<String> WITH_KERNEL = Set.of("full", "depthpointwise", "pointdepthwise", "localdepthwise");
    private static final Set<String> WITHOUT_KERNEL = Set.of("self", "local");

    /** The stage of a layer with one convolution, of which two different numbers would be a rectangle. */
    private static final int ONLY = -1;

    private final Settings given;
    private final Set<String> weights;
    private final boolean gaps;
    private final Clock clock;
    private final int history;

    /**
     * @param weights the names of the layer's weights in the reference, without what stands before all of them
     * @param gaps whether its input may be absent
     */
    RecurrentLayer(Settings given, Set<String> weights, boolean gaps) {
        this.given = given;
        this.weights = weights;
        this.gaps = gaps;
        clock = new Clock(given.number("dt", 1));
        double longest = Math.max(given.number("t_recurrence", 0), given.number("t_feedforward", 0));
        history = clock.cut(given.number("history_length", longest));
        // what the sizes of the flow tell, and what cannot matter to a run with given weights
        given.ignore("in_channels", "dim_y", "dim_x", "max_weight_init", "tau");
    }

    Clock clock() {
        return clock;
    }

    /** How many states the reference keeps; whoever looks further back finds nothing. */
    int history() {
        return history;
    }

    /** Everything before the emission. */
    List<String> steps() {
        boolean two = given.get("mid_channels").isPresent();
        String target = given.text("recurrence_target", "output");
        Optional<String> recurrent = recurrent();
        return Stream.of(
                        recurrent.filter(step -> target.equals("input")),
                        Optional.of(conv(two ? 0 : ONLY, two ? "mid_channels" : "out_channels")),
                        middle(),
                        Optional.of("relu").filter(relu -> two),
                        recurrent.filter(step -> target.equals("middle") && two),
                        Optional.of(two).filter(stage -> stage).map(stage -> conv(1, "out_channels")),
                        recurrent.filter(step -> target.equals("output")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A history too short for the delay never answers: then the layer's output waits until after the run. */
    String delay(int steps) {
        int delay = clock.cut(given.number("t_feedforward", 0));
        return clock.time(delay <= history ? delay : steps);
    }

    /** Adds the names of the layer's weights. */
    Names names(Names names, String before, String area) {
        String middle = middle().map(step -> step.replaceAll("\\W.*", "")).orElse("");
        String recurrence = area + ".recurrent." + (recurrence().equals("local") ? "sheetconv" : "conv");
        return names.module(before + "conv", area + ".conv")
                .module(before + "conv2", area + ".conv_2")
                .map(before + "mid_modules\\.num_batches_tracked", "")
                .map(before + "mid_modules\\.(\\w+)", area + "." + middle + ".$1")
                .map(before + "recurrence\\.(weight|bias)", area + ".recurrent.$1")
                .map(before + "recurrence\\.(?:local_conv\\.)?flat_\\w+_mapping", "")
                .module(before + "recurrence\\.(?:pointwise_)?conv", recurrence)
                .module(before + "recurrence\\.local_conv\\.conv", area + ".recurrent.sheetconv")
                .module(before + "recurrence\\.(?:depthwise|patchy)_conv", area + ".recurrent.depthwise");
    }

    private String conv(int stage, String channels) {
        int kernel = whole("kernel_size", stage, 0);
        return "conv(" + given.whole(channels, 0)
                + ", kernel = " + kernel
                + ", stride = " + whole("stride", stage, 1)
                + ", padding = " + whole("padding", stage, kernel / 2)
                + ", bias = " + flag("bias", stage)
                + ", weight_norm = " + isNormed(stage == 1 ? "conv2" : "conv") + ")";
    }

    /** A layer behind the first convolution, as the reference's metadata writes it. */
    private Optional<String> middle() {
        return given.get("mid_modules").map(JsonElement::getAsString).flatMap(Middle::step);
    }

    private Optional<String> recurrent() {
        String kind = recurrence();
        int stage = given.get("mid_channels").isPresent() ? 0 : ONLY;
        boolean bias = given.flag("recurrence_bias", flag("bias", stage));
        int kernel = given.whole("recurrence_kernel_size", whole("kernel_size", stage, 0));
        Optional<String> fixed = given.get("fixed_self_weight").map(JsonElement::getAsString);
        int delay = Math.max(1, clock.cut(given.number("t_recurrence", 0)));
        String integration = integration(given);
        boolean feedforward = given.flag("feedforward_only", false);
        // a history too short for the delay never answers, and the recurrence never acts
        boolean acts = weights.stream().anyMatch(name -> name.startsWith("recurrence."))
                && !kind.equals("none")
                && !feedforward
                && delay <= history;
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

    static String integration(Settings given) {
        String stated = given.text("integration_strategy", "additive");
        if (!INTEGRATIONS.contains(stated)) {
            throw new OutOfScope("the integration " + stated);
        }
        return stated;
    }

    /** Which parts have normalised weights is read off their names. */
    private boolean isNormed(String module) {
        normalisation(given);
        boolean normed = weights.stream().anyMatch(name -> name.matches(module + "\\.(\\w+\\.)*parametrizations\\..*"));
        if (normed && weights.stream().anyMatch(name -> name.matches(module + "\\.(\\w+\\.)*weight"))) {
            throw new OutOfScope("weights of " + module + " that are normalised in part");
        }
        return normed;
    }

    /** Whether weights are normalised; the reference has no other parametrisation in use. */
    static boolean normalisation(Settings given) {
        Optional<String> stated =
                given.get("parametrization").map(JsonElement::getAsString).filter(name -> !name.equals("identity"));
        stated.filter(name -> !name.endsWith("weight_norm")).ifPresent(other -> {
            throw new OutOfScope("the parametrization " + other);
        });
        return stated.isPresent();
    }

    /** A setting for each of the two convolutions, or one for both. */
    private Optional<JsonElement> of(String name, int stage) {
        Optional<JsonElement> stated = given.get(name);
        if (stage == ONLY && stated.filter(JsonElement::isJsonArray).isPresent()) {
            throw new OutOfScope("two numbers for the " + name + " of one convolution");
        }
        return stated.map(value -> value.isJsonArray() ? value.getAsJsonArray().get(stage) : value)
                .filter(value -> !value.isJsonNull());
    }

    private int whole(String name, int stage, int otherwise) {
        return of(name, stage).map(JsonElement::getAsInt).orElse(otherwise);
    }

    private boolean flag(String name, int stage) {
        return of(name, stage).map(Settings::isTrue).orElse(true);
    }
}

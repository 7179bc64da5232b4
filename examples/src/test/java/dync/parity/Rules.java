package dync.parity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which rule a case falls under: by what was recorded and by the class of the reference. */
final class Rules {
    static final Path EXAMPLE = Path.of(System.getProperty("dync.root"), "examples", "ventral.dyn");
    static final Path TEST_MODELS =
            Path.of(System.getProperty("dync.root"), "examples", "src", "test", "dyn", "parity.dyn");

    private static final Map<String, Map<String, Function<ParityCase, Subject>>> TABLE = Map.of(
            "model",
                    Map.of(
                            "DyRCNNx2", DyRCNNRule::subject,
                            "DyRCNNx4", DyRCNNRule::subject,
                            "DyRCNNx8", DyRCNNRule::subject,
                            "CorNetRT", CORnetRule::subject,
                            "CordsNet", CordsNetRule::subject),
            "detour",
                    Map.ofEntries(
                            Map.entry("AlexNet", FeedforwardRule::alexNet),
                            Map.entry("ResNet18", FeedforwardRule::resNet),
                            Map.entry("ResNet34", FeedforwardRule::resNet),
                            Map.entry("ResNet50", FeedforwardRule::resNet),
                            Map.entry("ResNet101", FeedforwardRule::resNet),
                            Map.entry("ResNet152", FeedforwardRule::resNet),
                            Map.entry("ResNetx3", FeedforwardRule::threeStages)),
            "module",
                    Map.ofEntries(
                            Map.entry("EulerStep", SolverRule::euler),
                            Map.entry("RungeKuttaStep", SolverRule::rk4),
                            Map.entry("RecurrentConnectedConv2d", RecurrentConvRule::subject),
                            Map.entry("SupraLinearity", PartRule::supralinear),
                            Map.entry("SpatialBias", PartRule::bias),
                            Map.entry("FeatureBias", PartRule::bias),
                            Map.entry("ScalarBias", PartRule::bias),
                            Map.entry("Retina", PartRule::retina),
                            Map.entry("InputAdaption", PartRule::fading),
                            Map.entry("Skip", ConnectionRule::skip),
                            Map.entry("Feedback", ConnectionRule::feedback)));

    private Rules() {}

    /**
     * The case held against all that must agree with it, by what each is.
     *
     * @throws OutOfScope if there is no rule, or the rule does not go so far
     */
    static Map<String, Comparison> comparisons(ParityCase recorded) {
        if (recorded.kind().equals("data")) {
            return Map.of("the runtime", Tables.compare(recorded));
        }
        if (!recorded.monitors().isEmpty()) {
            return activity(recorded);
        }
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        subjects(recorded).forEach(subject -> comparisons.putAll(trials(recorded, subject)));
        return comparisons;
    }

    private static Map<String, Comparison> trials(ParityCase recorded, Subject subject) {
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        for (Trial.Plan plan : Trial.Plan.values()) {
            comparisons.put(subject.source() + ", " + plan, Trial.of(recorded, subject, plan));
        }
        return comparisons;
    }

    /** Loss on activity is that of penalties in the text, and that of responses which the library's model records. */
    private static Map<String, Comparison> activity(ParityCase recorded) {
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        List<OutOfScope> reasons = new ArrayList<>();
        List<Function<ParityCase, Subject>> ways = List.of(ActivityRule::subject, Rules::subject);
        for (Function<ParityCase, Subject> way : ways) {
            try {
                comparisons.putAll(trials(recorded, way.apply(recorded)));
            } catch (OutOfScope reason) {
                reasons.add(reason);
            }
        }
        if (comparisons.isEmpty()) {
            throw reasons.get(0);
        }
        return comparisons;
    }

    /** The model of the library, and {@code examples/ventral.dyn} where it is the same. */
    private static List<Subject> subjects(ParityCase recorded) {
        Subject subject = subject(recorded);
        return Stream.concat(Stream.of(subject), VentralRule.of(subject).stream())
                .toList();
    }

    /** A training step is that of a model. */
    private static String kind(ParityCase recorded) {
        return recorded.kind().equals("pipeline") ? "model" : recorded.kind();
    }

    /** @throws OutOfScope if there is no rule, or the rule does not go so far */
    static Subject subject(ParityCase recorded) {
        Function<ParityCase, Subject> rule =
                TABLE.getOrDefault(kind(recorded), Map.of()).get(recorded.type());
        if (rule == null) {
            throw new OutOfScope("not in this issue: "
                    + (recorded.kind().equals("model") || recorded.kind().equals("module") ? "" : recorded.kind() + " ")
                    + recorded.type());
        }
        return rule.apply(recorded);
    }
}

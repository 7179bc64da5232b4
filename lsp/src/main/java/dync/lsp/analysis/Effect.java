package dync.lsp.analysis;

import dync.compiler.ast.Step;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.WeightSpec;
import dync.compiler.value.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step does in one of the bodies that are made from its text.
 *
 * @param model the name of the model
 * @param path the body, such as {@code V1} or {@code V1.Basic_2}
 * @param shape of the flow behind it
 * @param before of the flow before it; empty where that is unknown
 * @param weights what it owns; empty where the model could not be built
 */
public record Effect(
        String model, String path, TensorShape shape, Optional<TensorShape> before, List<WeightSpec> weights) {
    private static final String JOINT = ".sum";

    /** Whether the flow behind the step is shaped otherwise than before it. */
    public boolean isReshaping() {
        return before.filter(shape::equals).isEmpty();
    }

    /** How many values of its own training may change. */
    public long parameters() {
        return weights.stream()
                .filter(WeightSpec::trainable)
                .mapToLong(weight -> weight.shape().count())
                .sum();
    }

    /** In all models that have been built, by model and then by body. */
    public static List<Effect> of(Analysis analysis, Step step) {
        List<Effect> effects = new ArrayList<>();
        for (Built built : analysis.models()) {
            for (Facts.Flow flow : built.facts().flows(step.span())) {
                List<WeightSpec> weights = built.graph()
                        .map(graph -> weights(graph, built.facts().nodes(step.span()), flow.path()))
                        .orElse(List.of());
                effects.add(new Effect(built.name().text(), flow.path(), flow.shape(), flow.before(), weights));
            }
        }
        return effects;
    }

    private static List<WeightSpec> weights(Graph graph, List<Facts.Nodes> added, String path) {
        List<WeightSpec> weights = new ArrayList<>();
        for (Facts.Nodes nodes : added) {
            if (nodes.path().equals(path)) {
                graph.nodes().subList(nodes.first(), nodes.end()).forEach(node -> weights.addAll(owned(graph, node)));
            }
        }
        return weights;
    }

    /** What joins a flow is built when all areas are there, under the name of the joint. */
    private static List<WeightSpec> owned(Graph graph, Node node) {
        if (node.op() instanceof Op.Weight weight) {
            return List.of(weight.spec());
        }
        if (!(node.op() instanceof Op.Combine) || !node.name().endsWith(JOINT)) {
            return List.of();
        }
        String prefix = node.name().substring(0, node.name().length() - JOINT.length()) + ".";
        return graph.weights().stream()
                .filter(weight -> weight.name().startsWith(prefix))
                .toList();
    }
}

package dync.train.optimise;

import dync.runtime.NoGrad;
import dync.runtime.weights.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Moves weights along their gradients, in place. Unlike libtorch's own optimisers its memory can be read and set as
 * named tensors, so that a run continues bit for bit, and groups may follow rules of different kinds.
 */
public final class Optimizer implements AutoCloseable {
    private final Grouping grouping;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Weight> weights;
    private final OptimizerState state = new OptimizerState();

    /** Begins with nothing remembered. Move the model to its device first. */
    public Optimizer(Grouping grouping) {
        this.grouping = grouping;
        this.weights = grouping.groups().stream()
                .flatMap(group -> group.weights().stream())
                .toList();
        for (Grouping.Group group : grouping.groups()) {
            Rule rule = Rule.of(group.optimizer(), group.weightDecay());
            rules.add(rule);
            group.weights().forEach(weight -> state.add(weight, rule.remembers()));
        }
    }

    /**
     * One update of all weights that have a gradient. The gradients are used up: clear them after.
     *
     * @param factor of every group's learning rate, from the schedule
     */
    public void step(double factor) {
        long count = state.count();
        try (NoGrad off = NoGrad.begin();
                PointerScope constants = new PointerScope()) {
            for (int i = 0; i < rules.size(); i++) {
                Grouping.Group group = grouping.groups().get(i);
                Rule.Update update = rules.get(i).step(group.learningRate() * factor, count);
                group.weights().forEach(weight -> apply(update, weight));
            }
        }
    }

    private void apply(Rule.Update update, Weight weight) {
        try (PointerScope scope = new PointerScope()) {
            Tensor gradient = weight.tensor().grad();
            if (gradient.defined()) {
                update.apply(weight.tensor(), gradient, what -> state.of(weight, what));
            }
        }
    }

    /** Forgets all gradients, so that the next backward pass begins anew. */
    public void clearGradients() {
        weights.forEach(Weight::clearGradient);
    }

    /** The weights that it moves. */
    public List<Weight> weights() {
        return weights;
    }

    /** Which of them it moves how. */
    public Grouping grouping() {
        return grouping;
    }

    /** What it remembers, by name: tensors that it goes on to own, for a checkpoint to write. */
    public Map<String, Tensor> state() {
        return state.all();
    }

    /**
     * Takes over copies of what an optimiser of the same kind remembered for the same weights.
     *
     * @throws IllegalArgumentException if a name is unknown or a shape differs
     */
    public void restore(Map<String, Tensor> saved) {
        state.restore(saved);
    }

    @Override
    public void close() {
        state.close();
    }
}

package dync.train.optimise;

import dync.runtime.UserError;
import dync.runtime.weights.Weight;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which weight is trained how: what becomes of settings once the weights are known. */
public final class Grouping {
    /**
     * Weights that are trained alike.
     *
     * @param name the pattern that names them, or {@code the rest}
     * @param learningRate before the schedule has its say
     * @param weightDecay instead of the optimizer's
     */
    public record Group(
            String name, OptimizerSettings optimizer, double learningRate, double weightDecay, List<Weight> weights) {

        /** One line for people. */
        @Override
        public String toString() {
            long numbers = weights.stream().mapToLong(Weight::count).sum();
            return String.format(
                    Locale.ROOT,
                    "%s: %s, learning rate %s, weight decay %s, %d %s of %d numbers: %s",
                    name,
                    optimizer.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    rounded(learningRate),
                    rounded(weightDecay),
                    weights.size(),
                    weights.size() == 1 ? "weight" : "weights",
                    numbers,
                    weights.stream().map(Weight::name).collect(Collectors.joining(", ")));
        }
    }

    /** A rate with four digits, for people. */
    public static String rounded(double rate) {
        return new BigDecimal(rate)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toString();
    }

    private final List<Group> groups;

    private final double base;

    private Grouping(List<Group> groups, double base) {
        this.groups = List.copyOf(groups);
        this.base = base;
    }

    /** All that is trainable, trained alike. */
    public static Grouping of(OptimizerSettings settings, Collection<Weight> weights) {
        return of(settings, DecayOf.ALL, List.of(), 1, weights);
    }

    /**
     * Weights that are not trainable or are frozen are left out.
     *
     * @param groups the first that names a weight has it
     * @param scale times every learning rate, see {@link RateScaling}
     * @throws UserError if nothing is left to train, or a group has no weight
     */
    public static Grouping of(
            OptimizerSettings settings,
            DecayOf decay,
            List<WeightGroup> groups,
            double scale,
            Collection<Weight> weights) {
        Set<Weight> left =
                weights.stream().filter(Weight::trainable).collect(Collectors.toCollection(LinkedHashSet::new));
        if (left.isEmpty()) {
            throw new UserError("the model has no weight that is trained", "freeze fewer weights");
        }
        List<Group> all = new ArrayList<>();
        for (WeightGroup group : groups) {
            List<Weight> named = new NamePattern(group.match()).among(weights, "the group");
            List<Weight> taken = named.stream().filter(left::remove).toList();
            if (taken.isEmpty()) {
                throw new UserError(
                        "the group '" + group.match() + "' has no weight: "
                                + (named.stream().anyMatch(Weight::trainable)
                                        ? "earlier groups have them all"
                                        : "none of those that it names is trained"),
                        "the first group that names a weight has it; put the narrower pattern first");
            }
            OptimizerSettings own = group.optimizer().orElse(settings);
            double rate = group.learningRate().orElse(own.learningRate() * group.rate());
            if (group.weightDecay().isPresent()) {
                all.add(new Group(
                        group.match(), own, scale * rate, group.weightDecay().get(), taken));
            } else {
                add(all, group.match(), own, decay, scale * rate, taken);
            }
        }
        add(
                all,
                groups.isEmpty() ? "all" : "the rest",
                settings,
                decay,
                scale * settings.learningRate(),
                List.copyOf(left));
        return new Grouping(all, settings.learningRate());
    }

    private static void add(
            List<Group> all, String name, OptimizerSettings own, DecayOf decay, double rate, List<Weight> weights) {
        boolean split = decay == DecayOf.KERNELS && own.weightDecay() > 0;
        List<Weight> kernels = weights.stream()
                .filter(weight -> !split || weight.shape().length > 1)
                .toList();
        List<Weight> others =
                weights.stream().filter(weight -> !kernels.contains(weight)).toList();
        if (!kernels.isEmpty()) {
            all.add(new Group(name, own, rate, own.weightDecay(), kernels));
        }
        if (!others.isEmpty()) {
            all.add(new Group(name + ", no kernels", own, rate, 0, others));
        }
    }

    /** The learning rate as it is written, before groups and scaling. */
    public double base() {
        return base;
    }

    /** In the order in which they are updated. */
    public List<Group> groups() {
        return groups;
    }

    /** Holds those weights that a pattern names, and lets all others go: held ones get no gradient and cost no memory.
     *
     * @throws UserError if a pattern names nothing */
    public static void freeze(List<String> patterns, Collection<Weight> weights) {
        Set<Weight> held = new LinkedHashSet<>();
        for (String pattern : patterns) {
            held.addAll(new NamePattern(pattern).among(weights, "freeze"));
        }
        weights.forEach(weight -> weight.freeze(held.contains(weight)));
    }

    /** A line for each group. */
    @Override
    public String toString() {
        return groups.stream().map(Group::toString).collect(Collectors.joining("\n"));
    }
}

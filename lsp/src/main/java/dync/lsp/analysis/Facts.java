package dync.lsp.analysis;

import dync.compiler.ast.Step;
import dync.compiler.source.Span;
import dync.compiler.value.Observer;
import dync.compiler.value.Scope;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What building one model with its defaults found out about places of the text. */
public final class Facts implements Observer {
    private static final int MOST_VALUES = 16;

    /**
     * The flow behind a step.
     *
     * @param path the body, such as {@code V1} or {@code V1.Basic_2}
     * @param before what the step was given; empty where that is unknown
     */
    public record Flow(String path, TensorShape shape, Optional<TensorShape> before) {}

    /** The nodes of the graph that a step in a body added, from {@code first} to the one before {@code end}. */
    public record Nodes(String path, int first, int end) {}

    private final Map<Span, List<Flow>> flows = new LinkedHashMap<>();
    private final Map<Span, List<Nodes>> nodes = new LinkedHashMap<>();
    private final Map<Span, Set<Integer>> delays = new LinkedHashMap<>();
    private final Map<Span, Set<Value>> values = new LinkedHashMap<>();
    private final Map<Span, Set<TensorShape>> tensors = new LinkedHashMap<>();

    /** The flows behind the step at a place, one for each body that is made from its text. */
    public List<Flow> flows(Span step) {
        return Collections.unmodifiableList(flows.getOrDefault(step, List.of()));
    }

    /** What the step at a place added to the graph; several times in one body where it stands in a loop. */
    public List<Nodes> nodes(Span step) {
        return Collections.unmodifiableList(nodes.getOrDefault(step, List.of()));
    }

    /** The steps of the clock that the delay stated at a place takes; several where a template is used several times. */
    public Set<Integer> delays(Span expression) {
        return Collections.unmodifiableSet(delays.getOrDefault(expression, Set.of()));
    }

    /** The places at which delays are stated. */
    public Set<Span> delayed() {
        return Collections.unmodifiableSet(delays.keySet());
    }

    /** The values that a name has had, by the place that declares it. */
    public Set<Value> values(Span name) {
        return Collections.unmodifiableSet(values.getOrDefault(name, Set.of()));
    }

    /** The shapes of what a name has stood for where that flows, by the place that declares it. */
    public Set<TensorShape> shapes(Span name) {
        return Collections.unmodifiableSet(tensors.getOrDefault(name, Set.of()));
    }

    @Override
    public void flow(Step step, String path, Value before, Value.Signal after) {
        after.shape().ifPresent(shape -> {
            List<Flow> known = flows.computeIfAbsent(step.span(), span -> new ArrayList<>());
            Optional<TensorShape> given = before instanceof Value.Signal signal ? signal.shape() : Optional.empty();
            // a body in a loop yields once a round; the last round is what follows it
            known.removeIf(earlier -> earlier.path().equals(path));
            known.add(new Flow(path, shape, given));
        });
    }

    @Override
    public void built(Step step, String path, int first, int end) {
        if (first < end) {
            nodes.computeIfAbsent(step.span(), span -> new ArrayList<>()).add(new Nodes(path, first, end));
        }
    }

    @Override
    public void delay(Span expression, int steps) {
        delays.computeIfAbsent(expression, span -> new LinkedHashSet<>()).add(steps);
    }

    @Override
    public void bound(Scope.Binding binding) {
        if (binding.declared().isEmpty()) {
            return;
        }
        Span declared = binding.declared().get();
        if (binding.value() instanceof Value.Signal signal) {
            signal.shape().ifPresent(shape -> keep(tensors, declared, shape));
        } else {
            keep(values, declared, binding.value());
        }
    }

    private static <T> void keep(Map<Span, Set<T>> known, Span place, T found) {
        Set<T> all = known.computeIfAbsent(place, span -> new LinkedHashSet<>());
        if (all.size() < MOST_VALUES) {
            all.add(found);
        }
    }
}

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
import java.util.Set;

/** What building one model with its defaults found out about places of the text. */
public final class Facts implements Observer {
    private static final int MOST_VALUES = 16;

    /** The flow behind a step, in a body such as {@code V1} or {@code V1.Basic_2}. */
    public record Flow(String path, TensorShape shape) {}

    private final Map<Span, List<Flow>> flows = new LinkedHashMap<>();
    private final Map<Span, Set<Integer>> delays = new LinkedHashMap<>();
    private final Map<Span, Set<Value>> values = new LinkedHashMap<>();

    /** The flows behind the step at a place, one for each body that is made from its text. */
    public List<Flow> flows(Span step) {
        return Collections.unmodifiableList(flows.getOrDefault(step, List.of()));
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

    @Override
    public void flow(Step step, String path, Value.Signal flow) {
        List<Flow> known = flows.computeIfAbsent(step.span(), span -> new ArrayList<>());
        flow.shape().map(shape -> new Flow(path, shape)).ifPresent(found -> {
            // a body in a loop yields once a round; the last round is what follows it
            known.removeIf(earlier -> earlier.path().equals(path));
            known.add(found);
        });
    }

    @Override
    public void delay(Span expression, int steps) {
        delays.computeIfAbsent(expression, span -> new LinkedHashSet<>()).add(steps);
    }

    @Override
    public void bound(Scope.Binding binding) {
        if (binding.declared().isPresent() && !(binding.value() instanceof Value.Signal)) {
            Set<Value> known = values.computeIfAbsent(binding.declared().get(), span -> new LinkedHashSet<>());
            if (known.size() < MOST_VALUES) {
                known.add(binding.value());
            }
        }
    }
}

package dync.compiler.graph;

import dync.compiler.ast.Declaration;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One use of dynamics: where its variables begin, and where they are kept. The activity starts from the committed state,
 * or from its own last result; other variables start from their own.
 */
final class Integration {
    private final Declaration.Dynamics dynamics;
    private final Value.Signal drive;
    private final boolean own;
    private final AreaState area;
    private final Draft draft;
    private final Slopes equations;
    private final List<Integer> held;

    /**
     * @param own whether the activity starts from its own last result
     * @param held takes the nodes that keep their last value while they are absent
     */
    Integration(
            Declaration.Dynamics dynamics,
            Value.Signal drive,
            boolean own,
            AreaState area,
            Draft draft,
            Slopes equations,
            List<Integer> held) {
        this.dynamics = dynamics;
        this.drive = drive;
        this.own = own;
        this.area = area;
        this.draft = draft;
        this.equations = equations;
        this.held = held;
    }

    /** The activity after some steps of a method; the drive where something was wrong. */
    Value run(Method method, int substeps) {
        TensorShape shape = drive.shape().orElseThrow();
        Map<String, Value> current = new LinkedHashMap<>();
        Map<String, Integer> results = new LinkedHashMap<>();
        for (Declaration.Equation equation : dynamics.equations()) {
            String name = equation.variable().text();
            boolean activity = current.isEmpty();
            int node = activity && !own
                    ? area.commit()
                    : draft.reserve(
                            equations.frame().path() + "." + name, new Op.Pointwise("identity"), equations.span());
            if (node != area.commit()) {
                draft.shape(node, shape);
                results.put(name, node);
                held.add(node);
            } else {
                area.whenCommitted(() -> sameShape(shape));
            }
            current.put(name, new Value.Signal(node, 1, Past.ZERO, Optional.of(shape), Dimension.NUMBER));
        }
        for (int i = 0; i < substeps; i++) {
            current = method.step(current);
        }
        if (current.values().stream().anyMatch(value -> !(value instanceof Value.Signal))) {
            return drive;
        }
        Map<String, Value> end = current;
        results.forEach((name, node) -> draft.operand(node, FrameTensors.read((Value.Signal) end.get(name))));
        String activity = dynamics.equations().get(0).variable().text();
        return results.containsKey(activity)
                ? FrameTensors.signal(results.get(activity), shape, Dimension.NUMBER)
                : end.get(activity);
    }

    private void sameShape(TensorShape shape) {
        Span span = equations.span();
        area.shape().filter(committed -> !committed.equals(shape)).ifPresent(committed -> equations
                .frame()
                .reporter()
                .report(Diagnostic.error(
                                Code.DYN0306,
                                span,
                                "the state changes its shape: it evolves as " + shape + " and is committed as "
                                        + committed)
                        .label(area.emitted().orElse(span), "commits " + committed)
                        .help("move the step that changes it behind emit, or write state = own")));
    }
}

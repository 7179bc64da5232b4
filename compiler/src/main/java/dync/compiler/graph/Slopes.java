package dync.compiler.graph;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Step;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The right sides of the equations of one dynamics, with the drive held. */
final class Slopes {
    private final Declaration.Dynamics dynamics;
    private final Scope scope;
    private final Value.Signal drive;
    private final Span span;
    private final Frame frame;
    private final FrameTensors tensors;
    private final Evaluator evaluator;

    /** @param scope holds the parameters of the dynamics */
    Slopes(
            Declaration.Dynamics dynamics,
            Scope scope,
            Value.Signal drive,
            Span span,
            Frame frame,
            FrameTensors tensors) {
        this.dynamics = dynamics;
        this.scope = scope;
        this.drive = drive;
        this.span = span;
        this.frame = frame;
        this.tensors = tensors;
        this.evaluator = new Evaluator(tensors, frame.reporter());
    }

    Span span() {
        return span;
    }

    Frame frame() {
        return frame;
    }

    FrameTensors tensors() {
        return tensors;
    }

    /** The derivative of each variable at a state. */
    Map<String, Value> at(Map<String, Value> state) {
        Scope stage = scope.inner();
        stage.bind("input", drive, Optional.empty(), Scope.Role.BUILTIN);
        state.forEach((name, value) -> stage.bind(name, value, Optional.empty(), Scope.Role.LET));
        for (Step.Let let : dynamics.lets()) {
            stage.bind(
                    let.name().text(),
                    evaluator.evaluate(let.value(), stage),
                    Optional.of(let.name().span()),
                    Scope.Role.LET);
        }
        Map<String, Value> slopes = new LinkedHashMap<>();
        for (Declaration.Equation equation : dynamics.equations()) {
            slopes.put(equation.variable().text(), evaluator.evaluate(equation.derivative(), stage));
        }
        return slopes;
    }

    /** {@code start + factor * slope}, where the factor is a time. */
    Value plus(Value start, Value factor, Value slope) {
        if (start instanceof Value.Poison || factor instanceof Value.Poison || slope instanceof Value.Poison) {
            return new Value.Poison();
        }
        Value change = slope instanceof Value.Num rate && factor instanceof Value.Num time
                ? Value.Num.of(rate.exact().orElseThrow().times(time.exact().orElseThrow()))
                : pointwise("mul", slope, factor);
        return change instanceof Value.Poison ? change : pointwise("add", start, change);
    }

    Value pointwise(String function, Value... operands) {
        return tensors.pointwise(function, List.of(operands), Dimension.NUMBER, span, frame.reporter());
    }
}

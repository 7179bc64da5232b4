package dync.compiler.graph;

import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * With which coefficient each variable of a state enters a value, where it enters in proportion: through sums,
 * differences, and products with what does not depend on the state. What enters in another way is no part of it. It is
 * read off the nodes that compute the value; only coefficients that are asked for become nodes of their own.
 */
final class LinearPart {
    private final Draft draft;
    private final Slopes equations;
    private final int before;
    private final Map<Operand.Read, String> variables = new HashMap<>();
    private final Map<Integer, Map<String, Supplier<Value>>> known = new HashMap<>();

    /**
     * @param before the number of nodes before the value was computed: none of them depends on the state
     * @param state each variable; one that is a number takes no part
     */
    LinearPart(Draft draft, Slopes equations, int before, Map<String, Value> state) {
        this.draft = draft;
        this.equations = equations;
        this.before = before;
        state.forEach((name, value) -> {
            if (value instanceof Value.Signal signal) {
                variables.put(FrameTensors.read(signal), name);
            }
        });
    }

    /** The coefficients by variable; a variable without one, or with zero, is left out. */
    Map<String, Value> of(Value value) {
        Map<String, Value> coefficients = new LinkedHashMap<>();
        if (value instanceof Value.Signal signal) {
            form(FrameTensors.read(signal)).forEach((name, coefficient) -> {
                Value found = coefficient.get();
                if (!(found instanceof Value.Num num
                        && num.exact().orElseThrow().signum() == 0)) {
                    coefficients.put(name, found);
                }
            });
        }
        return coefficients;
    }

    private Map<String, Supplier<Value>> form(Operand operand) {
        if (!(operand instanceof Operand.Read read)) {
            return Map.of();
        }
        if (variables.containsKey(read)) {
            return Map.of(variables.get(read), () -> Value.Num.of(1));
        }
        if (read.delay() > 0 || read.node() < before) {
            return Map.of();
        }
        if (!known.containsKey(read.node())) {
            known.put(read.node(), form(draft.node(read.node())));
        }
        return known.get(read.node());
    }

    private Map<String, Supplier<Value>> form(Draft.DraftNode node) {
        if (!(node.op() instanceof Op.Pointwise pointwise)) {
            return Map.of();
        }
        Operand first = node.operands().get(0);
        Operand second = node.operands().get(node.operands().size() - 1);
        return switch (pointwise.function()) {
            case "identity" -> form(first);
            case "neg" -> each(first, coefficient -> negate(coefficient.get()));
            case "add" -> sum(form(first), form(second));
            case "sub" -> sum(form(first), each(second, coefficient -> negate(coefficient.get())));
            case "mul" ->
                isFree(second)
                        ? each(first, coefficient -> times(coefficient.get(), value(second)))
                        : isFree(first) ? each(second, c -> times(c.get(), value(first))) : Map.of();
            case "div" -> isFree(second) ? each(first, c -> over(c.get(), value(second))) : Map.of();
            default -> Map.of();
        };
    }

    private interface Change {
        Value of(Supplier<Value> coefficient);
    }

    private Map<String, Supplier<Value>> each(Operand operand, Change change) {
        Map<String, Supplier<Value>> changed = new LinkedHashMap<>();
        form(operand).forEach((name, coefficient) -> changed.put(name, () -> change.of(coefficient)));
        return changed;
    }

    private Map<String, Supplier<Value>> sum(Map<String, Supplier<Value>> a, Map<String, Supplier<Value>> b) {
        Map<String, Supplier<Value>> sum = new LinkedHashMap<>(a);
        b.forEach((name, coefficient) ->
                sum.merge(name, coefficient, (left, right) -> () -> plus(left.get(), right.get())));
        return sum;
    }

    /** Whether a value is the same whatever the state. */
    private boolean isFree(Operand operand) {
        return !(operand instanceof Operand.Read read)
                || !variables.containsKey(read)
                        && (read.delay() > 0
                                || read.node() < before
                                || draft.node(read.node()).operands().stream().allMatch(this::isFree));
    }

    private Value value(Operand operand) {
        if (operand instanceof Operand.Constant constant) {
            return Value.Num.of(Rational.of(constant.value()));
        }
        Operand.Read read = (Operand.Read) operand;
        Optional<TensorShape> shape = draft.shape(read.node());
        return new Value.Signal(read.node(), read.delay(), read.past(), shape, Dimension.NUMBER);
    }

    private Value negate(Value value) {
        return value instanceof Value.Num num
                ? Value.Num.of(num.exact().orElseThrow().negate())
                : equations.pointwise("neg", value);
    }

    private Value plus(Value a, Value b) {
        return a instanceof Value.Num x && b instanceof Value.Num y
                ? Value.Num.of(x.exact().orElseThrow().plus(y.exact().orElseThrow()))
                : equations.pointwise("add", a, b);
    }

    private Value times(Value a, Value b) {
        if (a.equals(Value.Num.of(1))) {
            return b;
        }
        return a instanceof Value.Num x && b instanceof Value.Num y
                ? Value.Num.of(x.exact().orElseThrow().times(y.exact().orElseThrow()))
                : equations.pointwise("mul", a, b);
    }

    private Value over(Value a, Value b) {
        return a instanceof Value.Num x && b instanceof Value.Num y
                ? Value.Num.of(x.exact().orElseThrow().over(y.exact().orElseThrow()))
                : equations.pointwise("div", a, b);
    }
}

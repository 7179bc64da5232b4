package dync.compiler.graph;

import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Rational;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One step of the exponential method: {@code x + h phi1(h L) f(x)}, where {@code L} is the linear part of {@code f} and
 * {@code phi1(z) = (e^z - 1) / z}. It is the solution itself where {@code f} is affine in the state and the drive is
 * held; what is not linear is held over the step at its value from the beginning, and the method is then of first order
 * (exponential Euler; Hochbruck and Ostermann 2010, section 2.1).
 */
final class Exponential implements Method {
    private final Rational step;
    private final Slopes equations;
    private final Draft draft;

    Exponential(Rational step, Slopes equations, Draft draft) {
        this.step = step;
        this.equations = equations;
        this.draft = draft;
    }

    @Override
    public Map<String, Value> step(Map<String, Value> state) {
        int before = draft.size();
        Map<String, Value> slopes = equations.at(state);
        LinearPart linear = new LinearPart(draft, equations, before, state);
        Map<String, Map<String, Value>> coupling = new LinkedHashMap<>();
        slopes.forEach((name, slope) -> coupling.put(name, linear.of(slope)));
        Map<String, Value> moved = new LinkedHashMap<>(state);
        for (List<String> group : groups(coupling)) {
            Map<String, Map<String, Value>> factors = group.size() == 1
                    ? Map.of(group.get(0), Map.of(group.get(0), alone(coupling.get(group.get(0)), group.get(0))))
                    : together(group, coupling);
            for (String name : group) {
                factors.get(name)
                        .forEach((other, factor) ->
                                moved.compute(name, (same, value) -> equations.plus(value, factor, slopes.get(other))));
            }
        }
        return moved;
    }

    /** {@code h phi1(h a)} for a variable that no other enters. */
    private Value alone(Map<String, Value> coefficients, String name) {
        if (!coefficients.containsKey(name)) {
            return Value.Num.of(step, Dimension.TIME);
        }
        Value a = coefficients.get(name);
        if (a instanceof Value.Num num) {
            double z = num.exact().orElseThrow().times(step).doubleValue();
            return time(step.doubleValue() * MatrixFunctions.phi1(z));
        }
        Value z = equations.pointwise("mul", a, Value.Num.of(step));
        Value phi = z instanceof Value.Poison ? z : equations.pointwise("phi1", z);
        return phi instanceof Value.Poison ? phi : equations.pointwise("mul", phi, Value.Num.of(step));
    }

    private static Value time(double ms) {
        return Value.Num.of(Rational.of(ms), Dimension.TIME);
    }

    /** The entries of {@code h phi1(h L)} for variables that enter each other's equations, where they are not zero. */
    private Map<String, Map<String, Value>> together(List<String> group, Map<String, Map<String, Value>> coupling) {
        boolean constant = group.stream()
                .allMatch(name -> coupling.get(name).values().stream().allMatch(Value.Num.class::isInstance));
        Entries phi = constant ? numbers(group, coupling) : nodes(group, coupling);
        Map<String, Map<String, Value>> entries = new LinkedHashMap<>();
        for (int i = 0; i < group.size(); i++) {
            Set<String> felt = felt(group.get(i), coupling);
            Map<String, Value> row = new LinkedHashMap<>();
            for (int j = 0; j < group.size(); j++) {
                if (felt.contains(group.get(j))) {
                    row.put(group.get(j), phi.at(i, j));
                }
            }
            entries.put(group.get(i), row);
        }
        return entries;
    }

    private interface Entries {
        Value at(int row, int column);
    }

    private Entries numbers(List<String> group, Map<String, Map<String, Value>> coupling) {
        int n = group.size();
        double[][] z = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (coupling.get(group.get(i)).get(group.get(j)) instanceof Value.Num num) {
                    z[i][j] = num.exact().orElseThrow().times(step).doubleValue();
                }
            }
        }
        double[][] phi = MatrixFunctions.phi1(z);
        return (i, j) -> time(step.doubleValue() * phi[i][j]);
    }

    /** Coefficients that are learned, or differ from unit to unit: the matrix is computed at run time. */
    private Entries nodes(List<String> group, Map<String, Map<String, Value>> coupling) {
        Value some = group.stream()
                .flatMap(name -> coupling.get(name).values().stream())
                .filter(Value.Signal.class::isInstance)
                .findFirst()
                .orElseThrow();
        TensorShape shape = TensorShape.SCALAR;
        List<Operand> entries = new ArrayList<>();
        for (String row : group) {
            for (String column : group) {
                Value a = coupling.get(row).getOrDefault(column, Value.Num.of(0));
                Value z = a instanceof Value.Num num
                        ? number((Value.Signal) some, num.exact().orElseThrow().times(step))
                        : equations.pointwise("mul", a, Value.Num.of(step));
                if (!(z instanceof Value.Signal signal)) {
                    return (i, j) -> new Value.Poison();
                }
                shape = shape.broadcast(signal.shape().orElseThrow()).orElse(shape);
                entries.add(FrameTensors.read(signal));
            }
        }
        List<Long> sizes = new ArrayList<>(shape.sizes());
        sizes.add((long) group.size());
        sizes.add((long) group.size());
        TensorShape each = shape;
        int matrix = add("phi1matrix", List.of(), entries, new TensorShape(sizes));
        return (i, j) -> {
            List<Op.CallArgument> place = List.of(new Op.CallArgument.Whole(i), new Op.CallArgument.Whole(j));
            int entry = add("entry", place, List.of(new Operand.Read(matrix, 0, Past.ABSENT)), each);
            return equations.pointwise("mul", FrameTensors.signal(entry, each, Dimension.NUMBER), Value.Num.of(step));
        };
    }

    /** A number in the shape and precision and on the device of another value. */
    private Value number(Value.Signal like, Rational value) {
        List<Op.CallArgument> argument = List.of(new Op.CallArgument.Number(value.doubleValue()));
        int node = add(
                "number",
                argument,
                List.of(FrameTensors.read(like)),
                like.shape().orElseThrow());
        return FrameTensors.signal(node, like.shape().orElseThrow(), Dimension.NUMBER);
    }

    private int add(String name, List<Op.CallArgument> arguments, List<Operand> operands, TensorShape shape) {
        Op op = new Op.Primitive(name, arguments);
        return draft.add(equations.frame().next(name), op, operands, shape, equations.span());
    }

    /** The variables that a variable feels within a step: those in its equation, those in theirs, and so on. */
    private static Set<String> felt(String name, Map<String, Map<String, Value>> coupling) {
        Set<String> felt = new LinkedHashSet<>(List.of(name));
        List<String> open = new ArrayList<>(felt);
        while (!open.isEmpty()) {
            coupling.get(open.remove(open.size() - 1)).keySet().stream()
                    .filter(felt::add)
                    .forEach(open::add);
        }
        return felt;
    }

    /** The variables parted into groups that do not enter each other's equations in proportion. */
    private static List<List<String>> groups(Map<String, Map<String, Value>> coupling) {
        List<List<String>> groups = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (String first : coupling.keySet()) {
            if (!done.contains(first)) {
                List<String> group = new ArrayList<>(List.of(first));
                for (int i = 0; i < group.size(); i++) {
                    String name = group.get(i);
                    coupling.keySet().stream()
                            .filter(other -> !group.contains(other)
                                    && (coupling.get(name).containsKey(other)
                                            || coupling.get(other).containsKey(name)))
                            .toList()
                            .forEach(group::add);
                }
                done.addAll(group);
                // in the order of the equations, whatever order they were found in
                groups.add(coupling.keySet().stream().filter(group::contains).toList());
            }
        }
        return groups;
    }
}

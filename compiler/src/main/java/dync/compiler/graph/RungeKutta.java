package dync.compiler.graph;

import dync.compiler.model.Tableau;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One step of an explicit method: the equations are evaluated at each stage of its tableau. */
final class RungeKutta implements Method {
    private final Tableau tableau;
    private final Rational step;
    private final Slopes equations;

    RungeKutta(Tableau tableau, Rational step, Slopes equations) {
        this.tableau = tableau;
        this.step = step;
        this.equations = equations;
    }

    @Override
    public Map<String, Value> step(Map<String, Value> state) {
        List<Map<String, Value>> slopes = new ArrayList<>();
        for (int stage = 0; stage < tableau.weights().size(); stage++) {
            slopes.add(equations.at(
                    stage == 0 ? state : moved(state, slopes, tableau.stages().get(stage - 1))));
        }
        return moved(state, slopes, tableau.weights());
    }

    /** The state after {@code step * sum_j coefficients[j] * slopes[j]}. */
    private Map<String, Value> moved(
            Map<String, Value> state, List<Map<String, Value>> slopes, List<Rational> coefficients) {
        Map<String, Value> moved = new LinkedHashMap<>();
        state.forEach((name, start) -> {
            Value result = start;
            for (int j = 0; j < coefficients.size(); j++) {
                Rational factor = coefficients.get(j).times(step);
                if (factor.signum() != 0) {
                    result = equations.plus(
                            result,
                            Value.Num.of(factor, Dimension.TIME),
                            slopes.get(j).get(name));
                }
            }
            moved.put(name, result);
        });
        return moved;
    }
}

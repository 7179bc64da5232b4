package dync.compiler.model;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An explicit Runge-Kutta method: stage {@code i} sees the state plus {@code step * sum_j stages[i-1][j] * k_j}, and the
 * step adds {@code step * sum_i weights[i] * k_i} (Butcher 2016, section 230).
 *
 * @param stages one row for each stage after the first; row {@code i} has {@code i + 1} coefficients
 */
public record Tableau(String name, List<List<Rational>> stages, List<Rational> weights) {
    private static final List<String> FIELDS = List.of("nodes", "stages", "weights");

    /** Reads a declared solver; empty where it is no consistent explicit method, which is reported. */
    public static Optional<Tableau> of(Declaration.Solver solver, Evaluator evaluator, Scope home, Reporter reporter) {
        return new Reader(solver, evaluator, home, reporter).read();
    }

    private record Reader(Declaration.Solver solver, Evaluator evaluator, Scope home, Reporter reporter) {

        Optional<Tableau> read() {
            Map<String, Declaration.Field> fields = new HashMap<>();
            boolean right = true;
            for (Declaration.Field field : solver.fields()) {
                right &= know(field, fields);
            }
            if (!fields.containsKey("weights")) {
                return right
                        ? wrong(solver.name(), "the solver " + solver.name().text() + " has no weights")
                        : Optional.empty();
            }
            Optional<List<Rational>> weights = numbers(fields.get("weights").value());
            List<List<Rational>> rows = new ArrayList<>();
            if (fields.containsKey("stages") && !rows(fields.get("stages").value(), rows)) {
                right = false;
            }
            if (weights.isEmpty() || !right) {
                return Optional.empty();
            }
            return consistent(fields, rows, weights.get());
        }

        private boolean know(Declaration.Field field, Map<String, Declaration.Field> fields) {
            String name = field.name().text();
            if (FIELDS.contains(name)) {
                Declaration.Field earlier = fields.putIfAbsent(name, field);
                if (earlier != null) {
                    reporter.report(
                            Diagnostic.error(Code.DYN0207, field.name().span(), name + " of a solver is given twice")
                                    .label(earlier.name().span(), "first here")
                                    .help("keep one of them"));
                }
                return earlier == null;
            }
            Diagnostic unknown = Diagnostic.error(Code.DYN0204, field.name().span(), "a solver has no field " + name);
            reporter.report(Spelling.nearest(name, FIELDS)
                    .map(near -> unknown.fix(
                            "did you mean " + near + "?", field.name().span(), near))
                    .orElse(unknown.help("it has " + String.join(", ", FIELDS))));
            return false;
        }

        private Optional<Tableau> consistent(
                Map<String, Declaration.Field> fields, List<List<Rational>> rows, List<Rational> weights) {
            Expression weightsAt = fields.get("weights").value();
            if (weights.size() != rows.size() + 1) {
                return wrong(
                        weightsAt,
                        "a method with " + (rows.size() + 1) + " stages needs as many weights, not " + weights.size());
            }
            if (!sum(weights).equals(Rational.ONE)) {
                return wrong(
                        weightsAt, "the weights add up to " + sum(weights).fraction() + ", and they must add up to 1");
            }
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).size() != i + 1) {
                    return wrong(
                            ((Expression.ListOf) fields.get("stages").value())
                                    .elements()
                                    .get(i),
                            "row " + (i + 1) + " of the stages has "
                                    + rows.get(i).size() + " coefficients, and an explicit method has " + (i + 1)
                                    + " there");
                }
            }
            if (fields.containsKey("nodes")) {
                Expression at = fields.get("nodes").value();
                Optional<List<Rational>> nodes = numbers(at);
                List<Rational> expected = new ArrayList<>(List.of(Rational.ZERO));
                rows.forEach(row -> expected.add(sum(row)));
                if (nodes.isPresent() && !nodes.get().equals(expected)) {
                    String sums =
                            "[" + expected.stream().map(Rational::fraction).collect(Collectors.joining(", ")) + "]";
                    reporter.report(
                            Diagnostic.error(Code.DYN0710, at.span(), "each node is the sum of its row of the stages")
                                    .fix("write " + sums, at.span(), sums));
                    return Optional.empty();
                }
            }
            return Optional.of(new Tableau(solver.name().text(), List.copyOf(rows), weights));
        }

        private boolean rows(Expression stages, List<List<Rational>> rows) {
            if (!(stages instanceof Expression.ListOf list)) {
                wrong(stages, "the stages are a list of rows, such as [[1/2], [0, 1/2]]");
                return false;
            }
            boolean right = true;
            for (Expression row : list.elements()) {
                Optional<List<Rational>> numbers = numbers(row);
                numbers.ifPresent(rows::add);
                right &= numbers.isPresent();
            }
            return right;
        }

        private Optional<List<Rational>> numbers(Expression expression) {
            Value value = evaluator.evaluate(expression, home);
            if (value instanceof Value.Poison) {
                return Optional.empty();
            }
            List<Rational> numbers = new ArrayList<>();
            if (value instanceof Value.Sequence sequence) {
                for (Value element : sequence.elements()) {
                    if (element instanceof Value.Num num
                            && num.dimension().isNumber()
                            && num.exact().isPresent()) {
                        numbers.add(num.exact().get());
                    }
                }
                if (numbers.size() == sequence.elements().size()) {
                    return Optional.of(numbers);
                }
            }
            wrong(expression, "a list of plain numbers is wanted here, such as [1/2, 1/2]");
            return Optional.empty();
        }

        private static Rational sum(List<Rational> numbers) {
            return numbers.stream().reduce(Rational.ZERO, Rational::plus);
        }

        private Optional<Tableau> wrong(dync.compiler.ast.Ast at, String message) {
            reporter.report(Diagnostic.error(Code.DYN0710, at.span(), message));
            return Optional.empty();
        }
    }
}

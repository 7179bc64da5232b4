package dync.examples;

import dync.compiler.ast.Declaration;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Sketch;
import dync.compiler.library.Library;
import dync.compiler.library.ModuleFinder;
import dync.compiler.model.Tableau;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tableaus of the standard library, with the order that their coefficients promise. */
final class Solvers {
    /** The highest order that is told from the coefficients; a tableau may be better. */
    static final int MOST = 4;

    private Solvers() {}

    static Stream<Tableau> all() {
        Scope standard = new Library(ModuleFinder.none(), Reporter.silent()).standard();
        Evaluator evaluator = new Evaluator(new Sketch(), Reporter.silent());
        return standard.bindings().stream()
                .map(Scope.Binding::value)
                .filter(value -> value instanceof Value.Declared declared
                        && declared.declaration() instanceof Declaration.Solver)
                .map(value -> (Declaration.Solver) ((Value.Declared) value).declaration())
                .flatMap(solver -> Tableau.of(solver, evaluator, standard, Reporter.silent()).stream());
    }

    /** How many of the order conditions hold (Butcher 2016, table 315(I)), order by order. */
    static int order(Tableau tableau) {
        List<Rational> b = tableau.weights();
        List<Rational> c = nodes(tableau);
        List<Rational> ac = through(tableau, c);
        List<Rational> cc = product(c, c);
        if (!is(b, c, 2)) {
            return 1;
        }
        if (!is(b, cc, 3) || !is(b, ac, 6)) {
            return 2;
        }
        boolean fourth = is(b, product(cc, c), 4)
                && is(b, product(c, ac), 8)
                && is(b, through(tableau, cc), 12)
                && is(b, through(tableau, ac), 24);
        return fourth ? MOST : 3;
    }

    private static List<Rational> nodes(Tableau tableau) {
        List<Rational> nodes = new ArrayList<>(List.of(Rational.ZERO));
        tableau.stages().forEach(row -> nodes.add(row.stream().reduce(Rational.ZERO, Rational::plus)));
        return nodes;
    }

    /** The matrix of the tableau times a vector. */
    private static List<Rational> through(Tableau tableau, List<Rational> vector) {
        List<Rational> result = new ArrayList<>(List.of(Rational.ZERO));
        tableau.stages().forEach(row -> result.add(dot(row, vector)));
        return result;
    }

    private static List<Rational> product(List<Rational> a, List<Rational> b) {
        List<Rational> result = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            result.add(a.get(i).times(b.get(i)));
        }
        return result;
    }

    private static Rational dot(List<Rational> a, List<Rational> b) {
        return product(a, b.subList(0, a.size())).stream().reduce(Rational.ZERO, Rational::plus);
    }

    private static boolean is(List<Rational> weights, List<Rational> vector, int denominator) {
        return dot(weights, vector).equals(Rational.ONE.over(Rational.of(denominator)));
    }
}

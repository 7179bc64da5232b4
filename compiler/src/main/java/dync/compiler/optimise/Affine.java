package dync.compiler.optimise;

import dync.compiler.graph.Operand;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value as a sum of other values, each with a coefficient that is the same at every place and step.
 *
 * @param parts in the order in which they were met
 */
record Affine(Map<Operand.Read, Polynomial> parts) {

    static Affine leaf(Operand.Read read) {
        return new Affine(Map.of(read, Polynomial.of(1)));
    }

    /** This plus so many times the other. */
    Affine plus(Affine other, double factor) {
        Map<Operand.Read, Polynomial> sum = new LinkedHashMap<>(parts);
        other.parts.forEach((read, coefficient) ->
                sum.put(read, sum.getOrDefault(read, Polynomial.of(0)).plus(coefficient, factor)));
        return new Affine(sum);
    }

    Affine times(Polynomial factor) {
        Map<Operand.Read, Polynomial> product = new LinkedHashMap<>();
        parts.forEach((read, coefficient) -> product.put(read, coefficient.times(factor)));
        return new Affine(product);
    }

    /** Whether a part was met whose coefficients cancel. */
    boolean hasVanished() {
        return parts.values().stream().anyMatch(Polynomial::isZero);
    }

    /** Whether it lies between its parts: the coefficients sum to one. */
    boolean isMean() {
        Polynomial sum = Polynomial.of(0);
        for (Polynomial coefficient : parts.values()) {
            sum = sum.plus(coefficient, 1);
        }
        return sum.isOne();
    }
}

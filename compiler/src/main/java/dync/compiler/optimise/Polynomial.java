package dync.compiler.optimise;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sum of products of scalar values, with whole exponents of either sign: {@code 1 - 2 tau^-1}. A scalar is the number
 * of its node.
 */
record Polynomial(SortedMap<Product, Double> terms) {

    /** Scalars with their exponents, none of them zero. */
    record Product(SortedMap<Integer, Integer> exponents) implements Comparable<Product> {
        static final Product NONE = new Product(new TreeMap<>());

        Product times(Product other, int sign) {
            SortedMap<Integer, Integer> product = new TreeMap<>(exponents);
            other.exponents.forEach((scalar, exponent) -> product.merge(scalar, sign * exponent, Integer::sum));
            product.values().removeIf(exponent -> exponent == 0);
            return new Product(product);
        }

        @Override
        public int compareTo(Product other) {
            return exponents.toString().compareTo(other.exponents.toString());
        }
    }

    /** Sums of fractions such as 1/6 do not cancel to the last bit. */
    private static final double ROUNDING = 1e-12;

    static Polynomial of(double value) {
        return of(Product.NONE, value);
    }

    static Polynomial scalar(int node) {
        return of(new Product(new TreeMap<>(Map.of(node, 1))), 1);
    }

    private static Polynomial of(Product product, double value) {
        SortedMap<Product, Double> terms = new TreeMap<>();
        if (value != 0) {
            terms.put(product, value);
        }
        return new Polynomial(terms);
    }

    Polynomial plus(Polynomial other, double factor) {
        SortedMap<Product, Double> sum = new TreeMap<>(terms);
        other.terms.forEach((product, value) -> {
            double before = sum.getOrDefault(product, 0.0);
            double after = before + factor * value;
            boolean cancels = Math.abs(after) <= ROUNDING * Math.max(Math.abs(before), Math.abs(factor * value));
            if (cancels) {
                sum.remove(product);
            } else {
                sum.put(product, after);
            }
        });
        return new Polynomial(sum);
    }

    Polynomial times(Polynomial other) {
        Polynomial result = new Polynomial(new TreeMap<>());
        for (Map.Entry<Product, Double> mine : terms.entrySet()) {
            for (Map.Entry<Product, Double> theirs : other.terms.entrySet()) {
                Product product = mine.getKey().times(theirs.getKey(), 1);
                result = result.plus(of(product, mine.getValue() * theirs.getValue()), 1);
            }
        }
        return result;
    }

    /** One over this, where it is a single product. */
    Optional<Polynomial> inverse() {
        if (terms.size() != 1) {
            return Optional.empty();
        }
        Product product = terms.firstKey();
        return Optional.of(of(Product.NONE.times(product, -1), 1 / terms.get(product)));
    }

    Optional<Double> constant() {
        if (terms.isEmpty()) {
            return Optional.of(0.0);
        }
        return terms.size() == 1 ? Optional.ofNullable(terms.get(Product.NONE)) : Optional.empty();
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    boolean isOne() {
        return constant().map(value -> Math.abs(value - 1) <= ROUNDING).orElse(false);
    }
}

package dync.compiler.optimise;

import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.graph.Presence;
import dync.compiler.value.Past;
import dync.compiler.value.TensorShape;
import java.util.List;
import java.util.Map;

/** Writes a coefficient as nodes again: each is one number and computed once a run. */
final class ScalarBuilder {
    private final Rewrite rewrite;
    private final Node owner;
    private final String name;

    /** @param name what the coefficient is called, after the path of its owner */
    ScalarBuilder(Rewrite rewrite, Node owner, String name) {
        this.rewrite = rewrite;
        this.owner = owner;
        this.name = name;
    }

    Operand build(Polynomial polynomial) {
        if (polynomial.constant().isPresent()) {
            return new Operand.Constant(polynomial.constant().get());
        }
        // the constant first and the highest powers last: 1 - a + a^2 / 2
        Operand sum = null;
        for (Map.Entry<Polynomial.Product, Double> term : polynomial.terms().entrySet()) {
            Operand product = product(term.getKey(), term.getValue());
            sum = sum == null ? product : pointwise("add", sum, product);
        }
        return sum;
    }

    private Operand product(Polynomial.Product product, double factor) {
        Operand result = new Operand.Constant(factor);
        for (Map.Entry<Integer, Integer> power : product.exponents().entrySet()) {
            Operand scalar = new Operand.Read(power.getKey(), 0, Past.ABSENT);
            int exponent = Math.abs(power.getValue());
            Operand raised = exponent == 1 ? scalar : pointwise("pow", scalar, new Operand.Constant(exponent));
            boolean isFirstFactor = result.equals(new Operand.Constant(1)) && power.getValue() > 0;
            result = isFirstFactor ? raised : pointwise(power.getValue() > 0 ? "mul" : "div", result, raised);
        }
        return result;
    }

    private Operand pointwise(String function, Operand a, Operand b) {
        int node = rewrite.add(
                name + "." + function,
                new Op.Pointwise(function),
                List.of(a, b),
                TensorShape.SCALAR,
                new Presence(0),
                owner.span());
        return new Operand.Read(node, 0, Past.ABSENT);
    }
}

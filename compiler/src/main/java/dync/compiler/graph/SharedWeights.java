package dync.compiler.graph;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.source.Span;
import dync.compiler.value.Scope;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The weights that several uses of one primitive have in common, made by the first of them. */
final class SharedWeights {
    private final String path;
    private final Declaration.Primitive primitive;
    private final Span first;
    private final Map<Step.Weight, Value.Signal> weights = new HashMap<>();

    SharedWeights(String path, Declaration.Primitive primitive, Span first) {
        this.path = path;
        this.primitive = primitive;
        this.first = first;
    }

    /** Whether this use is of the primitive that made them, under their own name; else says what is wrong. */
    boolean isOf(Declaration.Primitive used, String use, Reporter reporter) {
        if (!used.name().text().equals(primitive.name().text())) {
            reporter.report(Diagnostic.error(
                            Code.DYN0208,
                            first,
                            "the weights " + name() + " are those of "
                                    + primitive.name().text() + ", and "
                                    + used.name().text() + " names them as well")
                    .help("give one of them another name"));
            return false;
        }
        if (weights.isEmpty() && !use.equals(path)) {
            reporter.report(Diagnostic.error(
                            Code.DYN0208, first, "the name " + name() + " is that of another operation in this body")
                    .help("give these weights another name"));
            return false;
        }
        return true;
    }

    /** The weight of the first use, or a new one in the first use itself. */
    Optional<Value.Signal> take(
            Step.Weight weight, Scope scope, WeightBuilder builder, String use, Span site, Reporter reporter) {
        Value.Signal common = weights.get(weight);
        if (common == null) {
            Optional<Value.Signal> built = builder.build(weight, use, scope, site);
            built.ifPresent(signal -> weights.put(weight, signal));
            return built;
        }
        Optional<TensorShape> wanted =
                builder.shape(weight, scope, "the weight " + weight.name().text());
        if (wanted.isPresent() && !wanted.equals(common.shape())) {
            reporter.report(Diagnostic.error(
                            Code.DYN0308,
                            site,
                            "the weights " + name() + " are "
                                    + common.shape().orElseThrow().sizes() + ", and this use needs "
                                    + wanted.get().sizes())
                    .label(first, "made here")
                    .help("share weights between uses of equal sizes, or name them differently"));
            return Optional.empty();
        }
        return wanted.map(fits -> common);
    }

    private String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}

package dync.compiler.evaluate;

import dync.compiler.ast.Expression;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.value.Dimension;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/** The sizes of a flow as its members, such as {@code in.channels}. */
final class Sizes {
    private static final List<String> NAMES = List.of("channels", "height", "width", "features");

    private Sizes() {}

    /** The size that {@code member} asks of {@code object}; what has no such size is reported. */
    static Value of(Value object, Expression.Member member, Reporter reporter) {
        if (object instanceof Value.Poison) {
            return object;
        }
        String name = member.member().text();
        boolean shaped = object instanceof Value.Signal || object instanceof Value.ShapeOf;
        if (!shaped || !NAMES.contains(name)) {
            Diagnostic missing = Diagnostic.error(
                    Code.DYN0212, member.member().span(), Describe.value(object) + " has no member " + name);
            reporter.report(shaped ? missing.help("a flow has channels, height and width, or features") : missing);
            return new Value.Poison();
        }
        Optional<TensorShape> shape =
                object instanceof Value.Signal signal ? signal.shape() : ((Value.ShapeOf) object).shape();
        if (shape.isEmpty()) {
            return Value.Num.unknown(Dimension.NUMBER);
        }
        return size(shape.get(), name).<Value>map(Value.Num::of).orElseGet(() -> {
            Diagnostic misfit = Diagnostic.error(
                    Code.DYN0301,
                    member.span(),
                    name.equals("features")
                            ? "a flat flow is needed, and it is " + shape.get() + " here"
                            : "a flow with channels and space is needed, and it has " + shape.get() + " here");
            reporter.report(misfit.help(name.equals("features") ? "put flatten before it" : "put it before flatten"));
            return new Value.Poison();
        });
    }

    private static Optional<Long> size(TensorShape shape, String name) {
        return switch (name) {
            case "features" -> shape.isFlat() ? Optional.of(shape.sizes().get(0)) : Optional.empty();
            case "channels" -> shape.isSpatial() ? Optional.of(shape.channels()) : Optional.empty();
            case "height" -> shape.isSpatial() ? Optional.of(shape.height()) : Optional.empty();
            default -> shape.isSpatial() ? Optional.of(shape.width()) : Optional.empty();
        };
    }
}

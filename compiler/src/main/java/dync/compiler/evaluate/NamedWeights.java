package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The argument {@code weights = NAME} that every primitive takes: it names the weights of this use, and whatever else in
 * the same body names them shares them.
 *
 * @param name as it is written
 * @param rest the arguments of the primitive's own parameters
 */
public record NamedWeights(Optional<Name> name, List<Argument> rest) {
    private static final String WEIGHTS = "weights";

    /** Takes the argument out; what is no name is reported. */
    public static NamedWeights of(List<Argument> arguments, Reporter reporter) {
        Optional<Name> name = Optional.empty();
        List<Argument> rest = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!argument.name().map(Name::text).equals(Optional.of(WEIGHTS))) {
                rest.add(argument);
            } else if (argument.value() instanceof Expression.Reference reference) {
                name = Optional.of(reference.name());
            } else {
                reporter.report(Diagnostic.error(
                                Code.DYN0209,
                                argument.value().span(),
                                "weights takes a name, not "
                                        + argument.value().span().text())
                        .help("write weights = shared in each use that has them in common"));
            }
        }
        return new NamedWeights(name, rest);
    }
}

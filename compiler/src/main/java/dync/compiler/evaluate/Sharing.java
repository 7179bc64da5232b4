package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose weights an operation uses, as {@code share = V1.conv} says, and its other arguments.
 *
 * @param path empty where it has weights of its own, and where the path is wrong, which is reported
 */
public record Sharing(Optional<Path> path, List<Argument> rest) {
    public static final String OPTION = "share";

    /** The name of an operation or a weight, by the bodies around it: {@code V1.recurrent.conv}. */
    public record Path(String text, Span span) {}

    /** Whether an argument or an option says whose weights are used. */
    public static boolean isMeant(Argument argument) {
        return argument.name().map(Name::text).equals(Optional.of(OPTION));
    }

    /** Takes {@code share} from the arguments of an operation, unless it declares such a parameter for itself. */
    public static Sharing of(List<Argument> arguments, List<Parameter> parameters, Reporter reporter) {
        if (Binder.find(parameters, OPTION).isPresent()) {
            return new Sharing(Optional.empty(), arguments);
        }
        List<Argument> rest = new ArrayList<>();
        Optional<Argument> share = Optional.empty();
        for (Argument argument : arguments) {
            if (!isMeant(argument)) {
                rest.add(argument);
            } else if (share.isPresent()) {
                reporter.report(Arguments.twice(argument, share.get(), OPTION));
            } else {
                share = Optional.of(argument);
            }
        }
        return new Sharing(share.flatMap(argument -> path(argument, reporter)), rest);
    }

    /** The path that stands behind {@code share =}. */
    public static Optional<Path> path(Argument argument, Reporter reporter) {
        Optional<String> text = text(argument.value());
        if (text.isEmpty() && !(argument.value() instanceof Expression.Error)) {
            reporter.report(Diagnostic.error(
                            Code.DYN0216, argument.value().span(), "share wants the path of an operation or a weight")
                    .help("write share = V1.conv for all weights of an operation, share = V1.conv.weight for one"));
        }
        return text.map(path -> new Path(path, argument.value().span()));
    }

    private static Optional<String> text(Expression expression) {
        if (expression instanceof Expression.Reference reference) {
            return Optional.of(reference.name().text());
        }
        return expression instanceof Expression.Member member
                ? text(member.object())
                        .map(object -> object + "." + member.member().text())
                : Optional.empty();
    }
}

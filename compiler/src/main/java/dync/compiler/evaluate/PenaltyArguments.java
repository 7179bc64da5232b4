package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.value.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code penalty(kind, weight, p = …)} is given.
 *
 * @param p the order of a norm
 */
public record PenaltyArguments(Optional<Expression> kind, Optional<Expression> weight, Optional<Expression> p) {
    /** The type of the kind: none penalises nothing. */
    public static final Type KIND = new Type("penalty", false, true);

    private static final List<String> NAMES = List.of("kind", "weight", "p");

    /** Sorts the arguments; a kind or weight that is missing is reported. */
    public static PenaltyArguments of(Step.Penalty penalty, Reporter reporter) {
        Map<String, Argument> given = Arguments.assign(penalty.arguments(), NAMES, "penalty", reporter);
        if (given.size() == penalty.arguments().size()) {
            NAMES.stream()
                    .limit(2)
                    .filter(name -> !given.containsKey(name))
                    .findFirst()
                    .ifPresent(missing -> reporter.report(
                            Diagnostic.error(Code.DYN0206, penalty.span(), "penalty needs the argument " + missing)
                                    .help("write penalty(l1, 0.001), with l1, l2, norm, balance or smoothness")));
        }
        return new PenaltyArguments(value(given, "kind"), value(given, "weight"), value(given, "p"));
    }

    private static Optional<Expression> value(Map<String, Argument> given, String name) {
        return Optional.ofNullable(given.get(name)).map(Argument::value);
    }

    /** Those of its arguments that are numbers. */
    public List<Expression> numbers() {
        return Stream.of(weight, p).flatMap(Optional::stream).toList();
    }
}

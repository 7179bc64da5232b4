package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code recurrent(kind, delay = …, combine = …, …)} is given.
 *
 * @param rest the arguments of the connection
 */
public record RecurrentArguments(
        Optional<Expression> kind, Optional<Expression> delay, Optional<Expression> combine, List<Argument> rest) {

    /** Sorts the arguments; a missing kind, one given twice and one out of order are reported. */
    public static RecurrentArguments of(Step.Recurrent recurrent, Reporter reporter) {
        Map<String, Argument> own = new HashMap<>();
        List<Argument> rest = new ArrayList<>();
        boolean named = false;
        for (Argument argument : recurrent.arguments()) {
            named |= argument.name().isPresent();
            String name = argument.name()
                    .map(written -> written.text())
                    .orElse(own.containsKey("kind") || named ? "" : "kind");
            if (argument.name().isEmpty() && named) {
                reporter.report(Arguments.outOfOrder(argument));
            } else if (!List.of("kind", "delay", "combine").contains(name)) {
                rest.add(argument);
            } else if (own.containsKey(name)) {
                reporter.report(Arguments.twice(argument, own.get(name), name + " of recurrent"));
            } else {
                own.put(name, argument);
            }
        }
        if (!own.containsKey("kind")) {
            reporter.report(Diagnostic.error(Code.DYN0206, recurrent.span(), "recurrent does not say which connection")
                    .help("write recurrent(full, delay = 6 ms)"));
        }
        return new RecurrentArguments(value(own, "kind"), value(own, "delay"), value(own, "combine"), rest);
    }

    private static Optional<Expression> value(Map<String, Argument> arguments, String name) {
        return Optional.ofNullable(arguments.get(name)).map(Argument::value);
    }
}

package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of what takes a fixed list of names, such as {@code clock} and {@code emit}. */
public final class Arguments {
    private Arguments() {}

    /**
     * Each argument under its name; one without a name takes the name at its place. What has no name left, stands out
     * of order or is given twice is reported and left out.
     */
    public static Map<String, Argument> assign(
            List<Argument> given, List<String> names, String what, Reporter reporter) {
        Map<String, Argument> assigned = new LinkedHashMap<>();
        int position = 0;
        boolean named = false;
        for (Argument argument : given) {
            named |= argument.name().isPresent();
            if (argument.name().isEmpty() && named) {
                reporter.report(outOfOrder(argument));
            } else if (argument.name().isEmpty() && position == names.size()) {
                reporter.report(tooMany(argument, what, names));
            } else {
                String name =
                        argument.name().isPresent() ? argument.name().get().text() : names.get(position++);
                if (!names.contains(name)) {
                    reporter.report(unknown(argument, what, names));
                } else if (assigned.containsKey(name)) {
                    reporter.report(twice(argument, assigned.get(name), name + " of " + what));
                } else {
                    assigned.put(name, argument);
                }
            }
        }
        return assigned;
    }

    static Diagnostic outOfOrder(Argument argument) {
        return Diagnostic.error(
                        Code.DYN0215, argument.span(), "an argument without a name stands behind one with a name")
                .help("write its name as well, or put it before those with names");
    }

    static Diagnostic twice(Argument again, Argument first, String what) {
        return Diagnostic.error(Code.DYN0207, again.span(), what + " is given twice")
                .label(first.span(), "first here")
                .help("keep one of them");
    }

    static Diagnostic unknown(Argument argument, String what, List<String> names) {
        Span span = argument.name().map(Name::span).orElse(argument.span());
        String given = argument.name().map(Name::text).orElse(argument.span().text());
        Diagnostic unknown = Diagnostic.error(Code.DYN0204, span, what + " has no argument " + given);
        return Spelling.nearest(given, names)
                .map(near -> unknown.fix("did you mean " + near + "?", span, near))
                .orElse(unknown.help(taken(what, names)));
    }

    static Diagnostic tooMany(Argument argument, String what, List<String> names) {
        return Diagnostic.error(Code.DYN0205, argument.span(), "too many arguments for " + what)
                .help(taken(what, names));
    }

    private static String taken(String what, List<String> names) {
        return names.isEmpty() ? what + " takes no arguments" : "it takes " + String.join(", ", names);
    }
}

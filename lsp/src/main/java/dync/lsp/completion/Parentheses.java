package dync.lsp.completion;

import dync.compiler.ast.Parameter;
import dync.compiler.parse.Opening;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.compiler.value.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The innermost parentheses around a caret.
 *
 * @param open the opening one
 * @param starts where the arguments before the caret begin, the last being the one at the caret
 */
record Parentheses(Span open, List<Integer> starts, int end) {
    private static final Pattern NAMED = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*=(?!=)");

    static Optional<Parentheses> around(Source source, int caret) {
        return Opening.around(source, caret).map(opening -> {
            List<Integer> starts = new ArrayList<>();
            starts.add(opening.bracket().end());
            opening.commas().forEach(comma -> starts.add(comma.end()));
            return new Parentheses(opening.bracket(), starts, opening.end());
        });
    }

    /** Whether they are the first parentheses of a call. */
    boolean areThoseOf(Span call) {
        return call.source().equals(open.source())
                && call.start() < open.start()
                && open.start() < call.end()
                && call.source()
                        .text()
                        .substring(call.start(), open.start())
                        .chars()
                        .noneMatch(c -> c == '(' || c == '{' || c == '[');
    }

    /** The place among all parameters of the one at the caret. */
    Optional<Integer> parameter(Signature signature) {
        String here = open.source().text().substring(last(starts), Math.max(end, last(starts)));
        List<String> given = new ArrayList<>();
        int placed = 0;
        for (int i = 0; i < starts.size() - 1; i++) {
            Optional<String> name = name(open.source().text().substring(starts.get(i), starts.get(i + 1)));
            name.ifPresent(given::add);
            placed += name.isEmpty() ? 1 : 0;
        }
        Optional<String> name = name(here);
        if (name.isPresent()) {
            return place(signature, name.get());
        }
        List<Parameter> free = new ArrayList<>(signature.placed());
        free.removeIf(parameter -> given.stream().anyMatch(parameter::isCalled));
        return placed < free.size() ? Optional.of(signature.placed().indexOf(free.get(placed))) : Optional.empty();
    }

    private static Optional<Integer> place(Signature signature, String name) {
        List<Parameter> all = signature.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isCalled(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> name(String argument) {
        Matcher named = NAMED.matcher(argument);
        return named.lookingAt() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private static int last(List<Integer> starts) {
        return starts.get(starts.size() - 1);
    }
}

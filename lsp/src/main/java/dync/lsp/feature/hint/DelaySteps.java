package dync.lsp.feature.hint;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.describe.Figures;
import dync.compiler.source.Span;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Built;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Behind a delay: how many steps of the clock it takes. */
final class DelaySteps {
    private DelaySteps() {}

    static List<Hint> of(Analysis analysis) {
        Map<Span, TreeSet<Integer>> delays = new HashMap<>();
        for (Built built : analysis.models()) {
            for (Span span : built.facts().delayed()) {
                if (span.source().equals(analysis.source())) {
                    delays.computeIfAbsent(span, place -> new TreeSet<>())
                            .addAll(built.facts().delays(span));
                }
            }
        }
        Set<Span> recurrences = new HashSet<>();
        Set<Span> literals = new HashSet<>();
        Tree.visit(analysis.index().module(), node -> {
            if (node instanceof Step.Recurrent recurrent) {
                recurrent.arguments().stream().map(Argument::value).forEach(value -> recurrences.add(value.span()));
            } else if (node instanceof Expression.Quantity literal) {
                literals.add(literal.span());
            }
        });
        List<Hint> hints = new ArrayList<>();
        delays.forEach((span, steps) -> {
            // a recurrence takes one step at least
            List<Integer> taken = recurrences.contains(span)
                    ? steps.stream().map(count -> Math.max(1, count)).distinct().toList()
                    : List.copyOf(steps);
            boolean isObvious = literals.contains(span) && taken.equals(List.of(0));
            if (!isObvious) {
                hints.add(Hint.behind(span.end(), "= " + label(taken), List.of()));
            }
        });
        return hints;
    }

    private static String label(List<Integer> steps) {
        String last = Figures.steps(steps.get(steps.size() - 1));
        return switch (steps.size()) {
            case 1 -> last;
            case 2 -> steps.get(0) + " or " + last;
            default -> steps.get(0) + " to " + last;
        };
    }
}

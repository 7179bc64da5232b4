package dync.lsp.feature.hint;

import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Built;
import dync.lsp.analysis.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shape behind steps that change it; of several on one line behind the last. */
final class Shapes {
    private Shapes() {}

    static List<Hint> of(Analysis analysis) {
        Map<Integer, Hint> byLine = new TreeMap<>();
        Tree.visit(analysis.index().module(), node -> {
            // what stands inside of a choice or a loop has hints of its own
            boolean isBody = node instanceof Step.If
                    || node instanceof Step.For
                    || node instanceof Step.Repeat
                    || node instanceof Step.Declare;
            if (node instanceof Step step && !isBody) {
                hint(analysis, step)
                        .ifPresent(hint -> byLine.put(
                                step.span().source().position(step.span().end()).line(), hint));
            }
        });
        return List.copyOf(byLine.values());
    }

    private static Optional<Hint> hint(Analysis analysis, Step step) {
        List<String> shapes = new ArrayList<>();
        List<String> more = new ArrayList<>();
        boolean changes = false;
        boolean several = analysis.models().size() > 1;
        for (Built built : analysis.models()) {
            for (Facts.Flow flow : built.facts().flows(step.span())) {
                changes |= flow.before().filter(flow.shape()::equals).isEmpty();
                shapes.add(flow.shape().toString());
                more.add((several ? built.name().text() + " " : "") + flow.path() + ": " + flow.shape());
            }
        }
        return changes
                ? Optional.of(Hint.behind(step.span().end(), label(shapes), shapes.size() > 1 ? more : List.of()))
                : Optional.empty();
    }

    /** The one that they have in common, else the first and the last. */
    private static String label(List<String> shapes) {
        List<String> distinct = shapes.stream().distinct().toList();
        String first = distinct.get(0);
        String last = distinct.get(distinct.size() - 1);
        return switch (distinct.size()) {
            case 1 -> first;
            case 2 -> first + ", " + last;
            default -> first + " … " + last;
        };
    }
}

package dync.lsp.feature.hover;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Step;
import dync.compiler.describe.Figures;
import dync.compiler.source.Span;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Built;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A delay as steps of the clock: {@code 6 ms = 3 steps of 2 ms}. */
final class Times {
    private Times() {}

    /** @param around the nodes around the place, outermost first */
    static void tell(Page page, Analysis analysis, List<Ast> around) {
        Set<String> lines = new LinkedHashSet<>();
        boolean recurrent = around.stream().anyMatch(Step.Recurrent.class::isInstance);
        for (Built built : analysis.models()) {
            Optional<Span> delay = around.stream()
                    .map(Ast::span)
                    .filter(built.facts().delayed()::contains)
                    .min(Comparator.comparing(span -> span.end() - span.start()));
            delay.ifPresent(span -> built.facts().delays(span).forEach(steps -> built.graph()
                    .map(graph -> graph.model().clock().step())
                    .ifPresent(step -> lines.add("`" + Figures.time(steps, step) + "` = "
                            + Figures.steps(steps) + " of " + Figures.time(1, step)
                            + (recurrent && steps == 0 ? "; a recurrence takes one step at least" : "")))));
        }
        lines.forEach(page::text);
    }
}

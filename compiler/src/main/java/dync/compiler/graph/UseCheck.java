package dync.compiler.graph;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Warns of what a finished graph computes for nothing: areas that reach no readout, answers that never come. */
final class UseCheck {
    private UseCheck() {}

    static void check(Graph graph, Reporter reporter) {
        if (!graph.readouts().isEmpty()) {
            Set<Integer> needed = needed(graph);
            graph.areas().forEach((name, commit) -> {
                if (!needed.contains(commit)) {
                    reporter.report(Diagnostic.warning(
                                    Code.DYN0608,
                                    graph.node(commit).span(),
                                    "the area " + name + " drives nothing that is read out")
                            .help("read it out, or connect it"));
                }
            });
        }
        graph.readouts().forEach((name, id) -> {
            Presence presence = graph.node(id).presence();
            if (presence.isKnown()
                    && presence.first()
                            >= graph.model().clock().steps()
                                    + graph.model().clock().idle()) {
                reporter.report(Diagnostic.warning(
                                Code.DYN0606,
                                graph.node(id).span(),
                                "the readout " + name + " answers "
                                        + (presence.isNever()
                                                ? "never"
                                                : "first at step " + presence.first() + ", and a run has "
                                                        + graph.model().clock().steps()))
                        .help("give the clock more steps, or shorten the delays"));
            }
        });
    }

    private static Set<Integer> needed(Graph graph) {
        Set<Integer> needed = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(graph.readouts().values());
        while (!open.isEmpty()) {
            int id = open.pop();
            if (needed.add(id)) {
                graph.node(id).reads().forEach(read -> open.push(read.node()));
            }
        }
        return needed;
    }
}

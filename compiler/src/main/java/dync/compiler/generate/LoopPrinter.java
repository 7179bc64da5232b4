package dync.compiler.generate;

import com.squareup.javapoet.CodeBlock;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.plan.Plan;
import dync.compiler.source.Span;
import dync.compiler.value.Past;
import java.util.Map;

/** Prints the loop over time: what is kept, then the statements of one step, each with its line in the source. */
final class LoopPrinter {
    private final Plan plan;
    private final Graph graph;
    private final JavaNames names;
    private final NodePrinter nodes;

    LoopPrinter(Plan plan, JavaNames names) {
        this.plan = plan;
        this.graph = plan.graph();
        this.names = names;
        this.nodes = new NodePrinter(graph, names);
    }

    CodeBlock print() {
        CodeBlock.Builder loop = CodeBlock.builder();
        plan.order().stream()
                .filter(node -> plan.memory().containsKey(node.id()))
                .forEach(node -> loop.addStatement("$L", history(node)));
        loop.beginControlFlow("while (loop.next())");
        if (plan.order().stream().anyMatch(nodes::looksAtTime)) {
            loop.addStatement("int t = loop.t()");
        }
        for (Node node : plan.order()) {
            statement(
                    loop,
                    CodeBlock.of("$T $L = $L", RuntimeTypes.TENSOR, names.of(node.id()), nodes.value(node)),
                    node);
            after(loop, node);
        }
        graph.probes().forEach((name, id) -> loop.addStatement("loop.record($S, $L)", name, names.of(id)));
        graph.readouts().forEach((name, id) -> loop.addStatement("loop.answer($S, $L)", name, names.of(id)));
        return loop.endControlFlow().build();
    }

    private CodeBlock history(Node node) {
        boolean blank = node.op() instanceof Op.Commit commit && graph.initial().get(commit.area()) == Past.BLANK;
        String sizes = blank ? ", " + NodePrinter.sizes(node.shape()) : "";
        return CodeBlock.of(
                "$T $L = loop.history($L$L)",
                RuntimeTypes.HISTORY,
                names.historyOf(node.id()),
                plan.memory().get(node.id()),
                sizes);
    }

    private void after(CodeBlock.Builder loop, Node node) {
        String name = names.of(node.id());
        if (plan.memory().containsKey(node.id())) {
            String past = names.historyOf(node.id());
            boolean holds = graph.held().contains(node.id()) && !node.presence().isKnown();
            if (holds) {
                loop.addStatement("$L.commit($L == null ? $L.ago(1) : $L)", past, name, past, name);
            } else {
                loop.addStatement("$L.commit($L)", past, name);
            }
        }
        for (Map.Entry<String, Integer> area : graph.areas().entrySet()) {
            if (area.getValue() == node.id()) {
                loop.addStatement("loop.record($S, $L)", area.getKey(), name);
            }
        }
    }

    private static void statement(CodeBlock.Builder loop, CodeBlock statement, Node node) {
        loop.add("$[$L;$]  // $L\n", statement, place(node.span()));
    }

    private static String place(Span span) {
        String name = span.source().name();
        String shown = span.source().isStandard() ? name : name.substring(name.lastIndexOf('/') + 1);
        return JavaNames.comment(shown) + ":" + span.line();
    }
}

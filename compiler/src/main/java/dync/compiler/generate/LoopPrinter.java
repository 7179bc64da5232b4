package dync.compiler.generate;

import com.squareup.javapoet.CodeBlock;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.plan.Plan;
import dync.compiler.plan.Section;
import dync.compiler.source.Span;
import dync.compiler.value.Past;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints a run: what is kept, then the loop over time with its sections, each statement with its line in the source. */
final class LoopPrinter {
    private final Plan plan;
    private final Graph graph;
    private final JavaNames names;
    private final Spelling spelling;
    private final NodePrinter nodes;
    private final CodeBlock.Builder code = CodeBlock.builder();

    LoopPrinter(Plan plan, JavaNames names) {
        this.plan = plan;
        this.graph = plan.graph();
        this.names = names;
        this.spelling = new Spelling(plan, names);
        this.nodes = new NodePrinter(plan, spelling);
        plan.order().stream().filter(node -> spelling.isCut(node.id())).forEach(names::allocateSteps);
    }

    CodeBlock print() {
        sections(Section.Once.class).forEach(once -> once.nodes().forEach(this::declare));
        if (plan.longestTile() > 1) {
            tiles();
        }
        List<Node> order = plan.order();
        order.stream()
                .filter(node -> spelling.isKept(node.id()))
                .forEach(node -> code.addStatement("$T $L = loop.kept()", RuntimeTypes.KEPT, names.of(node.id())));
        order.stream()
                .filter(node -> plan.memory().containsKey(node.id()))
                .forEach(node -> code.addStatement("$L", history(node)));
        code.beginControlFlow("while (loop.next())");
        if (order.stream().anyMatch(nodes::looksAtTime)) {
            code.addStatement("int t = loop.t()");
        }
        sections(Section.Seen.class).forEach(this::seen);
        for (Section section : plan.sections()) {
            if (section instanceof Section.Tile) {
                section.nodes().forEach(this::tiled);
            } else if (section instanceof Section.Steps steps) {
                steps(steps);
            }
        }
        graph.probes().forEach((name, id) -> code.addStatement("loop.record($S, $L)", name, spelling.shown(id)));
        graph.readouts().forEach((name, id) -> code.addStatement("loop.answer($S, $L)", name, spelling.shown(id)));
        return code.endControlFlow().build();
    }

    private <S extends Section> List<S> sections(Class<S> kind) {
        return plan.sections().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void tiles() {
        boolean trains = plan.order().stream().anyMatch(LoopPrinter::dependsOnTraining);
        String ends = plan.ends().stream().map(end -> ", " + end).collect(Collectors.joining());
        code.addStatement("loop.tiles($L$L)", (trains ? "isTraining() ? 1 : " : "") + plan.longestTile(), ends);
    }

    private static boolean dependsOnTraining(Node node) {
        return node.op() instanceof Op.Primitive primitive
                && primitive.arguments().stream().anyMatch(Op.CallArgument.Training.class::isInstance);
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

    private void seen(Section.Seen seen) {
        code.beginControlFlow(seen.trains() ? "if (loop.frameChanged() || isTraining())" : "if (loop.frameChanged())");
        for (Node node : seen.nodes()) {
            if (spelling.isKept(node.id())) {
                statement(CodeBlock.of("$L.keep($L)", names.of(node.id()), nodes.value(node)), node);
            } else {
                declare(node);
            }
        }
        code.endControlFlow();
        for (Node node : seen.nodes()) {
            if (plan.memory().containsKey(node.id())) {
                code.addStatement("$L.commit($L)", names.historyOf(node.id()), names.of(node.id()));
            }
            record(node);
        }
    }

    private void tiled(Node node) {
        declare(node);
        commit(node);
        if (spelling.isCut(node.id())) {
            code.addStatement(
                    "$T $L = loop.steps($L)", RuntimeTypes.STEPS, names.stepsOf(node.id()), names.of(node.id()));
        }
        record(node);
    }

    private void steps(Section.Steps steps) {
        code.beginControlFlow("while (loop.step())");
        for (Node node : steps.nodes()) {
            declare(node);
            commit(node);
        }
        code.endControlFlow();
        steps.nodes().forEach(this::record);
    }

    private void declare(Node node) {
        statement(CodeBlock.of("$T $L = $L", RuntimeTypes.TENSOR, names.of(node.id()), nodes.value(node)), node);
    }

    private void commit(Node node) {
        if (!plan.memory().containsKey(node.id())) {
            return;
        }
        String name = names.of(node.id());
        String past = names.historyOf(node.id());
        boolean holds = graph.held().contains(node.id()) && !node.presence().isKnown();
        if (holds) {
            code.addStatement("$L.commit($L == null ? $L.ago(1) : $L)", past, name, past, name);
        } else {
            code.addStatement("$L.commit($L)", past, name);
        }
    }

    private void record(Node node) {
        for (Map.Entry<String, Integer> area : graph.areas().entrySet()) {
            if (area.getValue() == node.id()) {
                code.addStatement("loop.record($S, $L)", area.getKey(), spelling.shown(node.id()));
            }
        }
    }

    private void statement(CodeBlock statement, Node node) {
        code.add("$[$L;$]  // $L\n", statement, place(node.span()));
    }

    private static String place(Span span) {
        String name = span.source().name();
        String shown = span.source().isStandard() ? name : name.substring(name.lastIndexOf('/') + 1);
        return JavaNames.comment(shown) + ":" + span.line();
    }
}

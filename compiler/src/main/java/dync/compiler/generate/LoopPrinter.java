package dync.compiler.generate;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.plan.Plan;
import dync.compiler.plan.Section;
import dync.compiler.source.Span;
import dync.compiler.value.Past;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints a run: what is kept, then the loop over time with its sections, each statement with its line in the source. */
final class LoopPrinter {
    private final Plan plan;
    private final Graph graph;
    private final JavaNames names;
    private final Access access;
    private final NodePrinter nodes;
    private final Parts parts;
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<MethodSpec> methods = new ArrayList<>();
    private CodeBlock.Builder code = CodeBlock.builder();

    LoopPrinter(Plan plan, JavaNames names) {
        this.plan = plan;
        this.graph = plan.graph();
        this.names = names;
        this.access = new Access(plan, names);
        this.nodes = new NodePrinter(plan, access);
        this.parts = new Parts(plan);
        plan.order().stream().filter(node -> access.isCut(node.id())).forEach(names::allocateSteps);
    }

    /** Adds the run to a class. */
    void print(TypeSpec.Builder type) {
        CodeBlock body = body();
        fields.forEach(type::addField);
        type.addMethod(MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(RuntimeTypes.LOOP, "loop")
                .addCode(body)
                .build());
        methods.forEach(type::addMethod);
    }

    private CodeBlock body() {
        for (Section.Once once : sections(Section.Once.class)) {
            inParts(once, this::declare);
        }
        if (plan.longestTile() > 1) {
            tiles();
        }
        List<Node> order = plan.order();
        order.stream()
                .filter(node -> access.isKept(node.id()))
                .forEach(node -> place(RuntimeTypes.KEPT, names.of(node.id()), CodeBlock.of("loop.kept()")));
        order.stream()
                .filter(node -> plan.memory().containsKey(node.id()))
                .forEach(node -> place(RuntimeTypes.HISTORY, names.historyOf(node.id()), history(node)));
        code.beginControlFlow("while (loop.next())");
        if (order.stream().anyMatch(nodes::looksAtTime)) {
            code.addStatement("int t = loop.t()");
        }
        sections(Section.Seen.class).forEach(this::seen);
        for (Section section : plan.sections()) {
            if (section instanceof Section.Tile tile) {
                inParts(tile, this::tiled);
            } else if (section instanceof Section.Steps steps) {
                steps(steps);
            }
        }
        graph.probes().forEach((name, id) -> code.addStatement("loop.record($S, $L)", name, access.shown(id)));
        graph.readouts().forEach((name, id) -> code.addStatement("loop.answer($S, $L)", name, access.shown(id)));
        return code.endControlFlow().build();
    }

    private <S extends Section> List<S> sections(Class<S> kind) {
        return plan.sections().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Prints the nodes here, or in methods that are called here. */
    private void inParts(Section section, java.util.function.Consumer<Node> print) {
        if (!parts.areNeeded()) {
            section.nodes().forEach(print);
            return;
        }
        for (List<Node> piece : parts.of(section)) {
            CodeBlock.Builder around = code;
            code = CodeBlock.builder();
            piece.forEach(print);
            boolean timed = piece.stream().anyMatch(nodes::looksAtTime);
            MethodSpec.Builder method = MethodSpec.methodBuilder("part" + (methods.size() + 1))
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(RuntimeTypes.LOOP, "loop");
            if (timed) {
                method.addParameter(int.class, "t");
            }
            methods.add(method.addCode(code.build()).build());
            code = around;
            code.addStatement(timed ? "part$L(loop, t)" : "part$L(loop)", methods.size());
        }
    }

    /** A place that outlives the tile. */
    private void place(ClassName type, String name, CodeBlock initial) {
        if (parts.areNeeded()) {
            field(type, name);
            code.addStatement("$L = $L", name, initial);
        } else {
            code.addStatement("$T $L = $L", type, name, initial);
        }
    }

    private void field(TypeName type, String name) {
        fields.add(FieldSpec.builder(type, name, Modifier.PRIVATE).build());
    }

    private void tiles() {
        boolean trains = plan.order().stream().anyMatch(Node::dependsOnTraining);
        String ends = plan.ends().stream().map(end -> ", " + end).collect(Collectors.joining());
        code.addStatement("loop.tiles($L$L)", (trains ? "isTraining() ? 1 : " : "") + plan.longestTile(), ends);
    }

    private CodeBlock history(Node node) {
        boolean blank = node.op() instanceof Op.Commit commit && graph.initial().get(commit.area()) == Past.BLANK;
        String sizes = blank ? ", " + NodePrinter.sizes(node.shape()) : "";
        return CodeBlock.of("loop.history($L$L)", plan.memory().get(node.id()), sizes);
    }

    private void seen(Section.Seen seen) {
        code.beginControlFlow(seen.trains() ? "if (loop.frameChanged() || isTraining())" : "if (loop.frameChanged())");
        inParts(seen, node -> {
            if (access.isKept(node.id())) {
                statement(CodeBlock.of("$L.keep($L)", names.of(node.id()), nodes.value(node)), node);
            } else {
                declare(node);
            }
        });
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
        if (access.isCut(node.id())) {
            CodeBlock steps = CodeBlock.of("loop.steps($L)", names.of(node.id()));
            place(RuntimeTypes.STEPS, names.stepsOf(node.id()), steps);
        }
        record(node);
    }

    private void steps(Section.Steps steps) {
        code.beginControlFlow("while (loop.step())");
        inParts(steps, node -> {
            declare(node);
            commit(node);
        });
        code.endControlFlow();
        steps.nodes().forEach(this::record);
    }

    private void declare(Node node) {
        String name = names.of(node.id());
        if (parts.isShared(node)) {
            field(RuntimeTypes.TENSOR, name);
            statement(CodeBlock.of("$L = $L", name, nodes.value(node)), node);
        } else {
            statement(CodeBlock.of("$T $L = $L", RuntimeTypes.TENSOR, name, nodes.value(node)), node);
        }
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
                code.addStatement("loop.record($S, $L)", area.getKey(), access.shown(node.id()));
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

package dync.compiler.ast;

import java.util.List;

/** Prints pipelines into an outline. */
final class StepPrinter {
    private final Outline outline;
    private final AstPrinter declarations;

    StepPrinter(Outline outline, AstPrinter declarations) {
        this.outline = outline;
        this.declarations = declarations;
    }

    void steps(List<Step> steps) {
        steps.forEach(this::step);
    }

    void step(Step step) {
        if (step instanceof Step.If choice) {
            outline.line("if " + ExpressionPrinter.print(choice.condition()));
            outline.indented(() -> steps(choice.then()));
            outline.otherwise(choice.otherwise(), this::steps);
        } else if (step instanceof Step.For loop) {
            outline.line("for " + loop.variable().text() + " in " + ExpressionPrinter.print(loop.from()) + ".."
                    + ExpressionPrinter.print(loop.to()));
            outline.indented(() -> steps(loop.body()));
        } else if (step instanceof Step.Repeat repeat) {
            outline.line("repeat " + ExpressionPrinter.print(repeat.count()));
            outline.indented(() -> steps(repeat.body()));
        } else if (step instanceof Step.Declare declare) {
            declarations.declaration(declare.declaration());
        } else {
            outline.line(line(step));
        }
    }

    private static String line(Step step) {
        if (step instanceof Step.Op op) {
            return op.name().text() + ExpressionPrinter.arguments(op.arguments());
        } else if (step instanceof Step.Let let) {
            return "let " + let.name().text() + " = " + ExpressionPrinter.print(let.value());
        } else if (step instanceof Step.Apply apply) {
            return "apply " + ExpressionPrinter.print(apply.value());
        } else if (step instanceof Step.Merge merge) {
            return merge.kind().keyword() + "(" + ExpressionPrinter.print(merge.value()) + ")";
        } else if (step instanceof Step.Weight weight) {
            return weight(weight);
        } else if (step instanceof Step.Require require) {
            return "require " + ExpressionPrinter.print(require.condition()) + AstPrinter.message(require.message());
        } else if (step instanceof Step.Recurrent recurrent) {
            return "recurrent" + ExpressionPrinter.arguments(recurrent.arguments());
        } else if (step instanceof Step.Receive receive) {
            return "receive " + receive.kind().keyword();
        } else if (step instanceof Step.Evolve evolve) {
            return "evolve " + ExpressionPrinter.print(evolve.dynamics())
                    + evolve.solver()
                            .map(s -> " using " + ExpressionPrinter.print(s))
                            .orElse("");
        } else if (step instanceof Step.Emit emit) {
            return "emit" + ExpressionPrinter.arguments(emit.arguments());
        } else if (step instanceof Step.Penalty penalty) {
            return "penalty" + ExpressionPrinter.arguments(penalty.arguments());
        } else if (step instanceof Step.Record probe) {
            return "record(" + probe.probe().text() + ")";
        }
        return "error";
    }

    private static String weight(Step.Weight weight) {
        String type = weight.type() instanceof Step.WeightType.Shape shape
                ? ExpressionPrinter.print(shape.sizes())
                : ((Step.WeightType.Scalar) weight.type()).type().text();
        StringBuilder line = new StringBuilder("weight " + weight.name().text() + ": " + type);
        weight.init().ifPresent(init -> line.append(" = ").append(ExpressionPrinter.print(init)));
        weight.options().forEach(option -> line.append(", ").append(ExpressionPrinter.argument(option)));
        return line.toString();
    }
}

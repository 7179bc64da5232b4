package dync.compiler.parse;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.source.Span;
import dync.grammar.DynParser.ApplyContext;
import dync.grammar.DynParser.AreaTemplateContext;
import dync.grammar.DynParser.EmitContext;
import dync.grammar.DynParser.EvolveContext;
import dync.grammar.DynParser.ForStepContext;
import dync.grammar.DynParser.IfStepContext;
import dync.grammar.DynParser.LetContext;
import dync.grammar.DynParser.LocalDeclarationContext;
import dync.grammar.DynParser.MergeContext;
import dync.grammar.DynParser.OpContext;
import dync.grammar.DynParser.PenaltyContext;
import dync.grammar.DynParser.ProbeContext;
import dync.grammar.DynParser.ReceiveContext;
import dync.grammar.DynParser.RecurrentContext;
import dync.grammar.DynParser.RepeatStepContext;
import dync.grammar.DynParser.RequireContext;
import dync.grammar.DynParser.StepContext;
import dync.grammar.DynParser.ThenContext;
import dync.grammar.DynParser.WeightContext;
import dync.grammar.DynParser.WeightTypeContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds the steps of pipelines. */
final class StepBuilder {
    private final Reader reader;
    private final ExpressionBuilder expressions;
    private final DeclarationBuilder declarations;

    StepBuilder(Reader reader, ExpressionBuilder expressions, DeclarationBuilder declarations) {
        this.reader = reader;
        this.expressions = expressions;
        this.declarations = declarations;
    }

    /** No steps where there is no body. */
    List<Step> body(ParserRuleContext context) {
        return context == null
                ? List.of()
                : Statements.of(reader, context, StepContext.class, this::statement, Step.Error::new);
    }

    List<Step> then(List<ThenContext> contexts) {
        return contexts.stream().map(then -> statement(then.step())).toList();
    }

    private Step statement(ParserRuleContext context) {
        if (Reader.isBroken(context)) {
            return broken((StepContext) context);
        }
        return step((ParserRuleContext) context.getChild(0));
    }

    /** A broken let or weight keeps its name, so that nobody who refers to it is told that it does not exist. */
    private Step broken(StepContext context) {
        Span span = reader.span(context);
        if (context.let() != null && !Reader.isBroken(context.let().name())) {
            return new Step.Let(span, reader.name(context.let().name()), new Expression.Error(span));
        } else if (context.weight() != null && !Reader.isBroken(context.weight().name())) {
            return new Step.Declare(
                    span,
                    new Declaration.Error(span, reader.name(context.weight().name())));
        }
        return new Step.Error(span);
    }

    private Step step(ParserRuleContext context) {
        Span span = reader.span(context);
        if (context instanceof OpContext op) {
            return new Step.Op(span, reader.name(op.opRef()), expressions.arguments(op.arguments()));
        } else if (context instanceof LetContext let) {
            return let(let);
        } else if (context instanceof ApplyContext apply) {
            return new Step.Apply(span, expressions.expression(apply.expression()));
        } else if (context instanceof MergeContext merge) {
            return new Step.Merge(span, mergeKind(merge), expressions.expression(merge.expression()));
        } else if (context instanceof IfStepContext choice) {
            return choice(choice);
        } else if (context instanceof ForStepContext loop) {
            return new Step.For(
                    span,
                    reader.name(loop.name()),
                    expressions.expression(loop.expression(0)),
                    expressions.expression(loop.expression(1)),
                    body(loop.stepBody()));
        } else if (context instanceof RepeatStepContext repeat) {
            return new Step.Repeat(span, expressions.expression(repeat.expression()), body(repeat.stepBody()));
        } else if (context instanceof WeightContext weight) {
            return weight(weight);
        } else if (context instanceof RequireContext require) {
            return new Step.Require(
                    span, expressions.expression(require.expression(0)), expressions.optional(require.expression(1)));
        } else if (context instanceof AreaTemplateContext area) {
            return new Step.Declare(
                    span, declarations.area(area.declaredName(), area.parameters(), area.stepBody(), area));
        } else if (context instanceof LocalDeclarationContext local) {
            return new Step.Declare(span, declarations.local(local));
        }
        return time(context, span);
    }

    /** The steps that have to do with an area's time. */
    private Step time(ParserRuleContext context, Span span) {
        if (context instanceof RecurrentContext recurrent) {
            return new Step.Recurrent(span, expressions.arguments(recurrent.arguments()));
        } else if (context instanceof ReceiveContext receive) {
            return new Step.Receive(span, receive.SKIP_() != null ? Item.Kind.SKIP : Item.Kind.FEEDBACK);
        } else if (context instanceof EvolveContext evolve) {
            return evolve(evolve);
        } else if (context instanceof EmitContext emit) {
            return new Step.Emit(span, expressions.arguments(emit.arguments()));
        } else if (context instanceof PenaltyContext penalty) {
            return new Step.Penalty(span, expressions.arguments(penalty.arguments()));
        } else if (context instanceof ProbeContext probe) {
            return new Step.Record(span, reader.name(probe.name()));
        }
        return new Step.Error(span);
    }

    Step.Let let(LetContext context) {
        return new Step.Let(
                reader.span(context), reader.name(context.name()), expressions.expression(context.expression()));
    }

    private static Step.MergeKind mergeKind(MergeContext context) {
        return context.ADD() != null
                ? Step.MergeKind.ADD
                : context.GATE() != null ? Step.MergeKind.GATE : Step.MergeKind.CONCAT;
    }

    private Step.If choice(IfStepContext context) {
        List<Step> otherwise = context.ifStep() != null ? List.of(choice(context.ifStep())) : body(context.stepBody(1));
        return new Step.If(
                reader.span(context),
                expressions.expression(context.expression()),
                body(context.stepBody(0)),
                otherwise);
    }

    /** A weight, or an error under its name where its type is missing. */
    Step weight(WeightContext context) {
        Span span = reader.span(context);
        WeightTypeContext type = context.weightType();
        if (type == null) {
            reader.error(
                    Code.DYN0115,
                    reader.span(context.name()),
                    "weight `" + context.name().getText() + "` has no type",
                    "a weight reads `weight gain: [channels] = ones`, or `weight tau: time = 5 ms` for one number");
            return new Step.Declare(span, new Declaration.Error(span, reader.name(context.name())));
        }
        Span typeSpan = reader.span(type);
        Step.WeightType declared = type.list() != null
                ? new Step.WeightType.Shape(typeSpan, expressions.list(type.list()))
                : new Step.WeightType.Scalar(typeSpan, reader.name(type.typeRef()));
        return new Step.Weight(
                span,
                reader.name(context.name()),
                declared,
                expressions.optional(context.expression()),
                context.argument().stream().map(expressions::argument).toList());
    }

    private Step.Evolve evolve(EvolveContext context) {
        Expression.Call dynamics = expressions.call(
                context.dynamicsCall(),
                context.dynamicsCall().dynamicsRef(),
                context.dynamicsCall().arguments());
        return new Step.Evolve(
                reader.span(context),
                dynamics,
                Optional.ofNullable(context.solverCall())
                        .map(call -> expressions.call(call, call.solverRef(), call.arguments())));
    }
}

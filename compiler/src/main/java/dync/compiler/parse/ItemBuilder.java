package dync.compiler.parse;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.source.Span;
import dync.grammar.DynParser.AreaContext;
import dync.grammar.DynParser.ClockContext;
import dync.grammar.DynParser.ForItemContext;
import dync.grammar.DynParser.FromContext;
import dync.grammar.DynParser.IfItemContext;
import dync.grammar.DynParser.InputContext;
import dync.grammar.DynParser.ItemContext;
import dync.grammar.DynParser.LetContext;
import dync.grammar.DynParser.LocalDeclarationContext;
import dync.grammar.DynParser.ModelBodyContext;
import dync.grammar.DynParser.ReadoutContext;
import dync.grammar.DynParser.RepeatItemContext;
import dync.grammar.DynParser.RequireContext;
import dync.grammar.DynParser.ThenItemContext;
import dync.grammar.DynParser.WeightContext;
import dync.grammar.DynParser.WireContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds what stands in models. */
final class ItemBuilder {
    private final Reader reader;
    private final ExpressionBuilder expressions;
    private final StepBuilder steps;
    private final DeclarationBuilder declarations;

    ItemBuilder(Reader reader, ExpressionBuilder expressions, StepBuilder steps, DeclarationBuilder declarations) {
        this.reader = reader;
        this.expressions = expressions;
        this.steps = steps;
        this.declarations = declarations;
    }

    /** No items where there is no body. */
    List<Item> body(ModelBodyContext context) {
        return context == null
                ? List.of()
                : Statements.of(reader, context, ItemContext.class, this::statement, Item.Error::new);
    }

    private Item statement(ParserRuleContext context) {
        if (Reader.isBroken(context)) {
            return broken((ItemContext) context);
        }
        return item((ParserRuleContext) context.getChild(0));
    }

    /** A broken area or let keeps its name, so that nobody who refers to it is told that it does not exist. */
    private Item broken(ItemContext context) {
        Span span = reader.span(context);
        if (context.let() != null && !Reader.isBroken(context.let().name())) {
            return new Item.Let(span, reader.name(context.let().name()), new Expression.Error(span));
        }
        Optional<Name> name = Optional.ofNullable(context.area())
                .map(AreaContext::declaredName)
                .filter(declared -> !Reader.isBroken(declared))
                .map(reader::name);
        return name.<Item>map(known -> new Item.Declare(span, new Declaration.Error(span, known)))
                .orElseGet(() -> new Item.Error(span));
    }

    private Item item(ParserRuleContext context) {
        Span span = reader.span(context);
        if (context instanceof AreaContext area) {
            return area(area);
        } else if (context instanceof LocalDeclarationContext local) {
            return new Item.Declare(span, declarations.local(local));
        } else if (context instanceof RequireContext require) {
            return new Item.Require(
                    span, expressions.expression(require.expression(0)), expressions.optional(require.expression(1)));
        } else if (context instanceof LetContext let) {
            return new Item.Let(span, reader.name(let.name()), expressions.expression(let.expression()));
        } else if (context instanceof ClockContext clock) {
            return new Item.Clock(span, expressions.arguments(clock.arguments()));
        } else if (context instanceof InputContext input) {
            return new Item.Input(
                    span,
                    Optional.ofNullable(input.name()).map(reader::name),
                    expressions.arguments(input.arguments()));
        } else if (context instanceof WeightContext weight) {
            Step step = steps.weight(weight);
            return step instanceof Step.Weight built
                    ? new Item.Weight(span, built)
                    : new Item.Declare(span, ((Step.Declare) step).declaration());
        }
        return network(context, span);
    }

    private Item network(ParserRuleContext context, Span span) {
        if (context instanceof ThenItemContext then) {
            return new Item.Then(span, reader.name(then.NAME()), steps.then(then.then()));
        } else if (context instanceof WireContext wire) {
            return new Item.Wire(
                    span,
                    wire.SKIP_() != null ? Item.Kind.SKIP : Item.Kind.FEEDBACK,
                    reader.name(wire.areaRef(0)),
                    reader.name(wire.areaRef(1)),
                    expressions.arguments(wire.arguments()),
                    steps.body(wire.stepBody()));
        } else if (context instanceof ReadoutContext readout) {
            return new Item.Readout(
                    span,
                    reader.doc(readout),
                    reader.name(readout.declaredName()),
                    from(readout.from()),
                    steps.body(readout.stepBody()));
        } else if (context instanceof IfItemContext choice) {
            return choice(choice);
        } else if (context instanceof ForItemContext loop) {
            return new Item.For(
                    span,
                    reader.name(loop.name()),
                    expressions.expression(loop.expression(0)),
                    expressions.expression(loop.expression(1)),
                    body(loop.modelBody()));
        } else if (context instanceof RepeatItemContext repeat) {
            return new Item.Repeat(span, expressions.expression(repeat.expression()), body(repeat.modelBody()));
        }
        return new Item.Error(span);
    }

    private Item area(AreaContext context) {
        if (context.parameters() != null) {
            return new Item.Declare(
                    reader.span(context),
                    declarations.area(context.declaredName(), context.parameters(), context.stepBody(), context));
        }
        Optional<Expression.Call> template = Optional.ofNullable(context.areaCall())
                .map(call -> expressions.call(call, call.templateRef(), call.arguments()));
        return new Item.Area(
                reader.span(context),
                reader.doc(context),
                reader.name(context.declaredName()),
                template,
                steps.body(context.stepBody()),
                from(context.from()),
                steps.then(context.then()));
    }

    private Optional<Expression> from(FromContext context) {
        return Optional.ofNullable(context).map(from -> expressions.source(from.source()));
    }

    private Item.If choice(IfItemContext context) {
        List<Item> otherwise =
                context.ifItem() != null ? List.of(choice(context.ifItem())) : body(context.modelBody(1));
        return new Item.If(
                reader.span(context),
                expressions.expression(context.expression()),
                body(context.modelBody(0)),
                otherwise);
    }
}

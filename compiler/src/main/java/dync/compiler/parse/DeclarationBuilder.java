package dync.compiler.parse;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Name;
import dync.compiler.source.Span;
import dync.grammar.DynParser.AreaTemplateContext;
import dync.grammar.DynParser.BlockContext;
import dync.grammar.DynParser.ConnectionContext;
import dync.grammar.DynParser.ConstantContext;
import dync.grammar.DynParser.DeclarationContext;
import dync.grammar.DynParser.DeclaredNameContext;
import dync.grammar.DynParser.DynamicsContext;
import dync.grammar.DynParser.DynamicsStatementContext;
import dync.grammar.DynParser.FieldContext;
import dync.grammar.DynParser.FunctionContext;
import dync.grammar.DynParser.LocalDeclarationContext;
import dync.grammar.DynParser.ModelContext;
import dync.grammar.DynParser.ParametersContext;
import dync.grammar.DynParser.PrimitiveContext;
import dync.grammar.DynParser.SolverContext;
import dync.grammar.DynParser.StepBodyContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds declarations, at the top of a file and inside of models and areas. */
final class DeclarationBuilder {
    private final Reader reader;
    private final ExpressionBuilder expressions;
    private final ParameterBuilder parameters;
    private final StepBuilder steps;
    private final ItemBuilder items;
    private final PrimitiveBuilder primitives;

    DeclarationBuilder(Reader reader) {
        this.reader = reader;
        this.expressions = new ExpressionBuilder(reader);
        this.parameters = new ParameterBuilder(reader, expressions);
        this.steps = new StepBuilder(reader, expressions, this);
        this.items = new ItemBuilder(reader, expressions, steps, this);
        this.primitives = new PrimitiveBuilder(reader, expressions, parameters, steps);
    }

    Declaration declaration(DeclarationContext context) {
        if (Reader.isBroken(context)) {
            return broken(context);
        }
        ParserRuleContext child = (ParserRuleContext) context.getChild(0);
        if (child instanceof ModelContext model) {
            return model(model);
        } else if (child instanceof AreaTemplateContext area) {
            return area(area.declaredName(), area.parameters(), area.stepBody(), area);
        } else if (child instanceof PrimitiveContext primitive) {
            return primitives.primitive(primitive);
        }
        return shared(child);
    }

    Declaration local(LocalDeclarationContext context) {
        return shared((ParserRuleContext) context.getChild(0));
    }

    /** Keeps the name, if it was read, so that nobody who refers to it is told that it does not exist. */
    private Declaration broken(DeclarationContext context) {
        Span span = reader.span(context);
        Name name = Optional.ofNullable(context.getChild(ParserRuleContext.class, 0))
                .map(declared -> declared.getRuleContext(DeclaredNameContext.class, 0))
                .filter(declared -> !Reader.isBroken(declared))
                .map(reader::name)
                .orElseGet(() -> new Name(span, ""));
        return new Declaration.Error(span, name);
    }

    private Declaration shared(ParserRuleContext context) {
        Span span = reader.span(context);
        Optional<String> doc = reader.doc(context);
        if (context instanceof BlockContext block) {
            return new Declaration.Block(
                    span,
                    doc,
                    reader.name(block.declaredName()),
                    parameters.typed(block.parameters()),
                    steps.body(block.stepBody()));
        } else if (context instanceof ConnectionContext connection) {
            return new Declaration.Connection(
                    span,
                    doc,
                    reader.name(connection.declaredName()),
                    parameters.typed(connection.parameters()),
                    steps.body(connection.stepBody()));
        } else if (context instanceof DynamicsContext dynamics) {
            return dynamics(dynamics);
        } else if (context instanceof SolverContext solver) {
            return solver(solver);
        } else if (context instanceof FunctionContext function) {
            return new Declaration.Function(
                    span,
                    doc,
                    reader.name(function.declaredName()),
                    parameters.parameters(function.parameters()),
                    expressions.expression(function.expression()));
        } else if (context instanceof ConstantContext constant) {
            return new Declaration.Constant(
                    span, doc, reader.name(constant.declaredName()), expressions.expression(constant.expression()));
        }
        return new Declaration.Error(span, new Name(span, ""));
    }

    private Declaration model(ModelContext context) {
        Span span = reader.span(context);
        Optional<String> doc = reader.doc(context);
        Name name = reader.name(context.declaredName());
        return context.modelRef() != null
                ? new Declaration.Variant(
                        span, doc, name, reader.name(context.modelRef()), expressions.arguments(context.arguments()))
                : new Declaration.Model(
                        span, doc, name, parameters.typed(context.parameters()), items.body(context.modelBody()));
    }

    /** An area template, which the grammar has in two places. */
    Declaration.Area area(
            DeclaredNameContext name, ParametersContext parameters, StepBodyContext body, ParserRuleContext whole) {
        return new Declaration.Area(
                reader.span(whole),
                reader.doc(whole),
                reader.name(name),
                this.parameters.typed(parameters),
                steps.body(body));
    }

    private Declaration dynamics(DynamicsContext context) {
        List<DynamicsStatementContext> statements = context.dynamicsBody().dynamicsStatement().stream()
                .filter(statement -> !Reader.isBroken(statement))
                .toList();
        return new Declaration.Dynamics(
                reader.span(context),
                reader.doc(context),
                reader.name(context.declaredName()),
                parameters.typed(context.parameters()),
                statements.stream()
                        .filter(statement -> statement.let() != null)
                        .map(statement -> steps.let(statement.let()))
                        .toList(),
                statements.stream()
                        .filter(statement -> statement.equation() != null)
                        .map(statement -> new Declaration.Equation(
                                reader.span(statement),
                                reader.name(statement.equation().NAME()),
                                expressions.expression(statement.equation().expression())))
                        .toList());
    }

    private Declaration solver(SolverContext context) {
        return new Declaration.Solver(
                reader.span(context),
                reader.doc(context),
                reader.name(context.declaredName()),
                context.solverBody().field().stream()
                        .filter(field -> !Reader.isBroken(field))
                        .map(this::field)
                        .toList());
    }

    private Declaration.Field field(FieldContext context) {
        return new Declaration.Field(
                reader.span(context), reader.name(context.NAME()), expressions.expression(context.expression()));
    }
}

package dync.compiler.parse;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.source.Span;
import dync.grammar.DynParser.CallRuleContext;
import dync.grammar.DynParser.NameContext;
import dync.grammar.DynParser.PrimitiveBodyContext;
import dync.grammar.DynParser.PrimitiveContext;
import dync.grammar.DynParser.ShapeRuleContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds declarations of primitives. */
final class PrimitiveBuilder {
    private final Reader reader;
    private final ExpressionBuilder expressions;
    private final ParameterBuilder parameters;
    private final StepBuilder steps;

    PrimitiveBuilder(Reader reader, ExpressionBuilder expressions, ParameterBuilder parameters, StepBuilder steps) {
        this.reader = reader;
        this.expressions = expressions;
        this.parameters = parameters;
        this.steps = steps;
    }

    Declaration.Primitive primitive(PrimitiveContext context) {
        PrimitiveBodyContext body = context.primitiveBody();
        Optional<Expression.ListOf> shape = only(body.shapeRule(), "shape")
                .filter(rule -> !Reader.isBroken(rule))
                .map(ShapeRuleContext::list)
                .map(expressions::list);
        Optional<CallRuleContext> rule = only(body.callRule(), "call");
        List<Expression> call = rule.map(CallRuleContext::expression)
                .map(expressions::expressions)
                .orElse(List.of());
        return new Declaration.Primitive(
                reader.span(context),
                reader.doc(context),
                reader.name(context.declaredName()),
                parameters.typed(context.parameters()),
                steps.body(body),
                shape,
                rule.flatMap(this::method),
                call);
    }

    /** The Java method that {@code call} names: everything between the keyword and the parenthesis. */
    private Optional<Name> method(CallRuleContext call) {
        List<NameContext> parts = call.name();
        if (parts.isEmpty() || Reader.isBroken(call)) {
            return Optional.empty();
        }
        Span span = reader.span(parts.get(0)).to(reader.span(parts.get(parts.size() - 1)));
        return Optional.of(
                new Name(span, parts.stream().map(NameContext::getText).collect(Collectors.joining("."))));
    }

    /** The first of what may stand once; reports each further one. */
    private <T extends ParserRuleContext> Optional<T> only(List<T> rules, String keyword) {
        rules.stream().skip(1).forEach(more -> reader.diagnostics()
                .report(Diagnostic.error(
                                Code.DYN0116, reader.span(more.getStart()), "a primitive has one `" + keyword + "`")
                        .label(reader.span(rules.get(0).getStart()), "first given here")
                        .help("keep one of them")));
        return rules.stream().findFirst();
    }
}

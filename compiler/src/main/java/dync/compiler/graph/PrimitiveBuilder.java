package dync.compiler.graph;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Binder;
import dync.compiler.evaluate.Describe;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.NamedWeights;
import dync.compiler.evaluate.Sharing;
import dync.compiler.evaluate.Sketch;
import dync.compiler.model.Settlement;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Scope;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the use of a primitive from its declaration: its weights, the shape it yields, and the arguments of the Java
 * call. What is wrong inside the declaration is the caller's mistake and is reported at the call.
 */
final class PrimitiveBuilder {
    private static final double MOST_VALUES = 1L << 34;

    private final Draft draft;

    PrimitiveBuilder(Draft draft) {
        this.draft = draft;
    }

    Value build(
            Expression.Call call,
            Value.Declared operation,
            Value.Signal flow,
            Scope from,
            Evaluator caller,
            Frame frame) {
        Declaration.Primitive primitive = (Declaration.Primitive) operation.declaration();
        String name = primitive.name().text();
        NamedWeights named = NamedWeights.of(call.arguments(), frame.reporter());
        Optional<WeightTable.Source> common = named.name().flatMap(weights -> draft.weights()
                .named(frame.path() + "." + weights.text(), weights.span(), frame.reporter()));
        String local = frame.local(named.name().map(Name::text).orElse(name));
        String path = frame.path() + "." + local;
        Sharing sharing = Sharing.of(named.rest(), primitive.parameters(), Reporter.silent());
        Optional<WeightTable.Source> shared = common.or(() ->
                        sharing.path().map(written -> draft.weights().source(written, frame.path(), frame.reporter())))
                .or(() -> frame.shared(local));
        Reporter reporter = inside(name, call, primitive, frame.reporter());
        Evaluator evaluator = new Evaluator(new Sketch(), reporter);
        Scope scope = operation.home().inner();
        scope.bind("in", flow, Optional.empty(), Scope.Role.BUILTIN);
        scope.bind("it", flow, Optional.empty(), Scope.Role.BUILTIN);
        boolean right = new Binder(caller, frame.reporter())
                .bind(primitive.parameters(), sharing.rest(), from, scope, name, call.span());
        Use use = new Use(path, shared, call.span(), evaluator, reporter);
        right = right && use.walk(primitive.body(), scope);
        // after a mistake the shape may still be known, and what follows can be checked with it
        Reporter told = right ? frame.reporter() : Reporter.silent();
        Evaluator sizes = right ? evaluator : new Evaluator(new Sketch(), told);
        Optional<TensorShape> shape = primitive.shape().isEmpty()
                ? flow.shape()
                : shape(primitive.shape().get(), scope, sizes, name, call.span(), told);
        if (shape.isEmpty()) {
            return new Value.Poison();
        }
        List<Op.CallArgument> arguments = right ? arguments(primitive, scope, evaluator, call, frame) : List.of();
        List<Operand> operands = new ArrayList<>();
        operands.add(FrameTensors.read(flow));
        declared(primitive.body())
                .forEach(weight -> operands.add(
                        Optional.<Operand>ofNullable(use.weights.get(weight)).orElse(new Operand.Missing())));
        Op op = primitive
                .method()
                .flatMap(PrimitiveBuilder::method)
                .map(method -> new Op.Primitive(method.type() + "." + method.name(), arguments, Optional.of(method)))
                .orElseGet(() -> new Op.Primitive(name, arguments));
        int node = draft.add(path, op, operands, shape.get(), call.span());
        return FrameTensors.signal(node, shape.get(), Dimension.NUMBER);
    }

    private static Optional<Op.JavaMethod> method(Name name) {
        int dot = name.text().lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(new Op.JavaMethod(
                        name.text().substring(0, dot), name.text().substring(dot + 1), name.span()));
    }

    /** Says what is wrong inside a primitive at its call, or at the one argument that the mistake is about. */
    private static Reporter inside(String name, Expression.Call call, Declaration.Primitive primitive, Reporter outer) {
        return diagnostic -> outer.report(diagnostic
                .called(name + ": " + diagnostic.message())
                .at(argument(diagnostic.primary().span().text(), call, primitive)
                        .orElse(call.span())));
    }

    /** The argument for the only parameter that a text of the declaration names; empty where there are more or none. */
    private static Optional<Span> argument(String text, Expression.Call call, Declaration.Primitive primitive) {
        Set<Argument> named = new LinkedHashSet<>();
        int position = 0;
        for (Argument argument : call.arguments()) {
            String parameter = argument.name().isPresent()
                    ? argument.name().get().text()
                    : position < primitive.parameters().size()
                            ? primitive.parameters().get(position++).name().text()
                            : "";
            if (!parameter.isEmpty() && text.matches("(?s).*(?<![.\\w])" + parameter + "\\b.*")) {
                named.add(argument);
            }
        }
        return named.size() == 1 ? named.stream().map(Argument::span).findFirst() : Optional.empty();
    }

    /** The weights that a primitive declares, whether these arguments leave them out or not. */
    private static List<Step.Weight> declared(List<Step> body) {
        List<Step.Weight> weights = new ArrayList<>();
        for (Step step : body) {
            if (step instanceof Step.Weight weight) {
                weights.add(weight);
            } else if (step instanceof Step.If choice) {
                weights.addAll(declared(choice.then()));
                weights.addAll(declared(choice.otherwise()));
            }
        }
        return weights;
    }

    private static Optional<TensorShape> shape(
            Expression.ListOf written, Scope scope, Evaluator evaluator, String name, Span site, Reporter reporter) {
        List<Long> sizes = new ArrayList<>();
        for (Expression element : written.elements()) {
            if (!(evaluator.evaluate(element, scope) instanceof Value.Num num)
                    || num.exact().isEmpty()) {
                return Optional.empty();
            }
            if (!num.exact().get().fitsInt()) {
                reporter.report(tooLarge(name, site));
                return Optional.empty();
            }
            sizes.add((long) num.exact().get().intValue());
        }
        if (sizes.stream().mapToDouble(Math::abs).reduce(1, (a, b) -> a * b) > MOST_VALUES) {
            reporter.report(tooLarge(name, site));
            return Optional.empty();
        }
        if (sizes.stream().anyMatch(size -> size <= 0)) {
            Value in = scope.find("in").map(Scope.Binding::value).orElse(new Value.Poison());
            String flow = in instanceof Value.Signal signal
                    ? signal.shape().map(TensorShape::toString).orElse("")
                    : "";
            reporter.report(Diagnostic.error(
                            Code.DYN0302,
                            site,
                            name + " leaves nothing of the flow: it is " + flow + " here and would become "
                                    + new TensorShape(sizes))
                    .help("use a smaller kernel or stride, or more padding"));
            return Optional.empty();
        }
        return Optional.of(new TensorShape(sizes));
    }

    private static Diagnostic tooLarge(String name, Span site) {
        return Diagnostic.error(Code.DYN0506, site, name + " would yield a tensor that fits into no memory")
                .help("use fewer channels or a smaller size");
    }

    private static List<Op.CallArgument> arguments(
            Declaration.Primitive primitive, Scope scope, Evaluator evaluator, Expression.Call call, Frame frame) {
        List<Op.CallArgument> arguments = new ArrayList<>();
        for (Expression expression : primitive.call()) {
            Optional<Op.CallArgument> running = ofTheRun(expression);
            if (running.isPresent()) {
                arguments.add(running.get());
                continue;
            }
            Value value = evaluator.evaluate(expression, scope);
            if (value instanceof Value.Signal) {
                frame.reporter()
                        .report(Diagnostic.error(
                                        Code.DYN0408,
                                        argument(expression.span().text(), call, primitive)
                                                .orElse(call.span()),
                                        expression.span().text() + " of "
                                                + primitive.name().text()
                                                + " must be known when the model is compiled, and a weight is learned")
                                .help("give a number or a parameter of the model"));
            } else if (value instanceof Value.Text text) {
                arguments.add(new Op.CallArgument.Text(text.text()));
            } else if (value instanceof Value.Truth truth) {
                arguments.add(new Op.CallArgument.Truth(truth.value().orElseThrow()));
            } else if (value instanceof Value.Num num) {
                boolean whole = primitive.parameters().stream()
                        .filter(p -> expression instanceof Expression.Reference r
                                && p.name().text().equals(r.name().text()))
                        .anyMatch(p ->
                                p.type().map(t -> t.name().text().equals("int")).orElse(false));
                arguments.add(
                        whole
                                ? new Op.CallArgument.Whole(
                                        num.exact().orElseThrow().intValue())
                                : new Op.CallArgument.Number(
                                        num.exact().orElseThrow().doubleValue()));
            } else if (!(value instanceof Value.Poison)) {
                frame.reporter()
                        .report(Diagnostic.error(
                                Code.DYN0401,
                                expression.span(),
                                "a Java method takes numbers, truth values and texts, not " + Describe.value(value)));
            }
        }
        return arguments;
    }

    /** What only the running model knows. */
    private static Optional<Op.CallArgument> ofTheRun(Expression expression) {
        String word = expression instanceof Expression.Reference reference
                ? reference.name().text()
                : "";
        return switch (word) {
            case "training" -> Optional.of(new Op.CallArgument.Training());
            case "sheets" -> Optional.of(new Op.CallArgument.Sheets());
            case "blank" -> Optional.of(new Op.CallArgument.Blank());
            default -> Optional.empty();
        };
    }

    /** One walk through the body of a primitive. */
    private final class Use {
        private final String path;
        private final Optional<WeightTable.Source> shared;
        private final Span site;
        private final Evaluator evaluator;
        private final Reporter reporter;
        private final Map<Step.Weight, Operand> weights = new HashMap<>();
        private boolean right = true;

        private Use(
                String path, Optional<WeightTable.Source> shared, Span site, Evaluator evaluator, Reporter reporter) {
            this.path = path;
            this.shared = shared;
            this.site = site;
            this.evaluator = evaluator;
            this.reporter = reporter;
        }

        private boolean walk(List<Step> body, Scope scope) {
            for (Step step : body) {
                if (step instanceof Step.Require require && right) {
                    Reporter stopping = diagnostic -> {
                        right = false;
                        reporter.report(diagnostic);
                    };
                    new Settlement(new Evaluator(new Sketch(), stopping), stopping)
                            .require(require.condition(), require.message(), scope, require.span());
                } else if (step instanceof Step.If choice) {
                    evaluator
                            .condition(choice.condition(), scope)
                            .ifPresent(holds -> walk(holds ? choice.then() : choice.otherwise(), scope));
                } else if (step instanceof Step.Weight weight && right) {
                    String name = weight.name().text();
                    Optional<Value.Signal> built = new WeightBuilder(draft, evaluator, reporter)
                            .build(weight, path, name, shared.map(source -> source.below(name)), scope, site);
                    built.ifPresent(signal -> {
                        weights.put(weight, FrameTensors.read(signal));
                        // how another weight starts may hang on this one
                        scope.bind(name, signal, Optional.empty(), Scope.Role.WEIGHT);
                    });
                    right &= built.isPresent();
                }
            }
            return right;
        }
    }
}

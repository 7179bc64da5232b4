package dync.compiler.ast;

import java.util.List;
import java.util.Optional;

/** Prints a syntax tree for people: one line for each node, indented as it nests, expressions fully parenthesised. */
public final class AstPrinter {
    private final Outline outline = new Outline();
    private final StepPrinter steps = new StepPrinter(outline, this);

    private AstPrinter() {}

    public static String print(Module module) {
        AstPrinter printer = new AstPrinter();
        for (Module.Import imported : module.imports()) {
            printer.outline.line("import " + imported.dotted() + (imported.wildcard() ? ".*" : ""));
        }
        module.declarations().forEach(printer::declaration);
        return printer.outline.text();
    }

    void declaration(Declaration declaration) {
        outline.doc(declaration.doc());
        String name = declaration.name().text();
        if (declaration instanceof Declaration.Model model) {
            head("model", model, () -> items(model.items()));
        } else if (declaration instanceof Declaration.Variant variant) {
            outline.line("variant " + name + " = " + variant.base().text()
                    + ExpressionPrinter.arguments(variant.arguments()));
        } else if (declaration instanceof Declaration.Area area) {
            head("area", area, () -> steps.steps(area.body()));
        } else if (declaration instanceof Declaration.Block block) {
            head("block", block, () -> steps.steps(block.body()));
        } else if (declaration instanceof Declaration.Connection connection) {
            head("connection", connection, () -> steps.steps(connection.body()));
        } else if (declaration instanceof Declaration.Dynamics dynamics) {
            head("dynamics", dynamics, () -> equations(dynamics));
        } else if (declaration instanceof Declaration.Solver solver) {
            head("solver", solver, () -> solver.fields()
                    .forEach(field ->
                            outline.line(field.name().text() + " = " + ExpressionPrinter.print(field.value()))));
        } else if (declaration instanceof Declaration.Function function) {
            head("fn", function, () -> outline.line(ExpressionPrinter.print(function.body())));
        } else if (declaration instanceof Declaration.Constant constant) {
            outline.line("const " + name + " = " + ExpressionPrinter.print(constant.value()));
        } else if (declaration instanceof Declaration.Primitive primitive) {
            head("primitive", primitive, () -> primitive(primitive));
        } else {
            outline.line("error" + (name.isEmpty() ? "" : " " + name));
        }
    }

    private void head(String keyword, Declaration declaration, Runnable body) {
        outline.line(keyword + " " + declaration.name().text());
        outline.indented(() -> {
            declaration.parameters().forEach(this::parameter);
            body.run();
        });
    }

    private void parameter(Parameter parameter) {
        outline.doc(parameter.doc());
        StringBuilder line = new StringBuilder("parameter " + parameter.name().text());
        parameter.type().ifPresent(type -> line.append(": ").append(type(type)));
        parameter.defaultValue().ifPresent(value -> line.append(" = ").append(ExpressionPrinter.print(value)));
        if (!parameter.aliases().isEmpty()) {
            line.append(" alias ")
                    .append(String.join(
                            ", ", parameter.aliases().stream().map(Name::text).toList()));
        }
        outline.line(line.toString());
    }

    private static String type(TypeName type) {
        String name = type.name().text();
        return (type.list() ? "[" + name + "]" : name) + (type.optional() ? "?" : "");
    }

    private void equations(Declaration.Dynamics dynamics) {
        steps.steps(List.copyOf(dynamics.lets()));
        dynamics.equations()
                .forEach(equation -> outline.line(
                        equation.variable().text() + "' = " + ExpressionPrinter.print(equation.derivative())));
    }

    private void primitive(Declaration.Primitive primitive) {
        steps.steps(primitive.body());
        primitive.shape().ifPresent(shape -> outline.line("shape " + ExpressionPrinter.print(shape)));
        if (!primitive.call().isEmpty() || primitive.method().isPresent()) {
            String method =
                    primitive.method().map(name -> name.text()).orElse(" ").strip();
            outline.line("call " + method + "(" + ExpressionPrinter.list(primitive.call()) + ")");
        }
    }

    private void items(List<Item> items) {
        items.forEach(this::item);
    }

    private void item(Item item) {
        if (item instanceof Item.Declare declare) {
            declaration(declare.declaration());
        } else if (item instanceof Item.Require require) {
            outline.line("require " + ExpressionPrinter.print(require.condition()) + message(require.message()));
        } else if (item instanceof Item.Let let) {
            outline.line("let " + let.name().text() + " = " + ExpressionPrinter.print(let.value()));
        } else if (item instanceof Item.Clock clock) {
            outline.line("clock" + ExpressionPrinter.arguments(clock.arguments()));
        } else if (item instanceof Item.Input input) {
            outline.line("input" + input.name().map(name -> " " + name.text()).orElse("")
                    + ExpressionPrinter.arguments(input.arguments()));
        } else if (item instanceof Item.If choice) {
            outline.line("if " + ExpressionPrinter.print(choice.condition()));
            outline.indented(() -> items(choice.then()));
            outline.otherwise(choice.otherwise(), this::items);
        } else if (item instanceof Item.For loop) {
            outline.line("for " + loop.variable().text() + " in " + ExpressionPrinter.print(loop.from()) + ".."
                    + ExpressionPrinter.print(loop.to()));
            outline.indented(() -> items(loop.body()));
        } else if (item instanceof Item.Repeat repeat) {
            outline.line("repeat " + ExpressionPrinter.print(repeat.count()));
            outline.indented(() -> items(repeat.body()));
        } else if (item instanceof Item.Weight weight) {
            steps.step(weight.weight());
        } else {
            network(item);
        }
    }

    private void network(Item item) {
        if (item instanceof Item.Area area) {
            outline.doc(area.doc());
            outline.line("area " + area.name().text()
                    + area.template()
                            .map(call -> " = " + ExpressionPrinter.print(call))
                            .orElse("")
                    + from(area.from()));
            outline.indented(() -> steps.steps(area.body()));
            then(area.then());
        } else if (item instanceof Item.Then then) {
            outline.line("after " + then.area().text());
            then(then.steps());
        } else if (item instanceof Item.Wire wire) {
            outline.line(wire.kind().keyword() + " " + wire.source().text() + " -> "
                    + wire.target().text() + ExpressionPrinter.arguments(wire.arguments()));
            outline.indented(() -> steps.steps(wire.body()));
        } else if (item instanceof Item.Readout readout) {
            outline.doc(readout.doc());
            outline.line("readout " + readout.name().text() + from(readout.from()));
            outline.indented(() -> steps.steps(readout.body()));
        } else {
            outline.line("error");
        }
    }

    private void then(List<Step> then) {
        outline.indented(() -> then.forEach(step -> {
            outline.line("then");
            outline.indented(() -> steps.step(step));
        }));
    }

    private static String from(Optional<Expression> from) {
        return from.map(source -> " from " + ExpressionPrinter.print(source)).orElse("");
    }

    static String message(Optional<Expression> message) {
        return message.map(text -> ", " + ExpressionPrinter.print(text)).orElse("");
    }
}

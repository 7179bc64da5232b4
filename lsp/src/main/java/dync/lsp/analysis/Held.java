package dync.lsp.analysis;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.RecurrentArguments;
import dync.compiler.value.Lookup;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What parameters hold that stand for a declaration, such as {@code recurrence: connection = full}. What they hold is known
 * when a model is built; before that their defaults are what is most likely meant.
 */
record Held(Symbols symbols, Function<Name, Optional<Scope.Binding>> meanings) {

    /** The declaration that a name of the text stands for: itself, or by default. */
    Optional<Value.Declared> by(Name name) {
        Optional<Scope.Binding> binding = meanings.apply(name);
        if (binding.isPresent() && binding.get().value() instanceof Value.Declared declared) {
            return Optional.of(declared);
        }
        return binding.flatMap(Scope.Binding::declared)
                .flatMap(symbols::at)
                .map(Symbol::node)
                .filter(Parameter.class::isInstance)
                .flatMap(parameter -> ((Parameter) parameter).defaultValue())
                .filter(Expression.Reference.class::isInstance)
                .map(value -> ((Expression.Reference) value).name())
                // a default that names its own parameter is a mistake
                .filter(next -> next.span().start() < name.span().start())
                .flatMap(this::by);
    }

    /** Tells of the names of arguments that go to what a parameter holds. */
    void arguments(Module module, Scope file, Consumer<Lookup> told) {
        Tree.visit(module, node -> {
            if (node instanceof Step.Recurrent recurrent) {
                RecurrentArguments given = RecurrentArguments.of(recurrent, Reporter.silent());
                given.kind()
                        .filter(Expression.Reference.class::isInstance)
                        .ifPresent(kind -> tell(((Expression.Reference) kind).name(), given.rest(), file, told));
            } else if (node instanceof Step.Op op) {
                tell(op.name(), op.arguments(), file, told);
            } else if (node instanceof Expression.Call call) {
                tell(call.name(), call.arguments(), file, told);
            }
        });
    }

    private void tell(Name holder, List<Argument> arguments, Scope file, Consumer<Lookup> told) {
        boolean isHeld = meanings.apply(holder)
                .filter(binding -> binding.role() == Scope.Role.PARAMETER)
                .isPresent();
        List<Parameter> parameters = isHeld
                ? by(holder)
                        .map(declared -> declared.declaration().parameters())
                        .orElse(List.of())
                : List.of();
        if (!parameters.isEmpty()) {
            Wanted wanted = new Wanted.ArgumentName(holder.text(), parameters, arguments);
            arguments.forEach(argument ->
                    argument.name().ifPresent(name -> told.accept(new Lookup(name, wanted, file, Optional.empty()))));
        }
    }
}

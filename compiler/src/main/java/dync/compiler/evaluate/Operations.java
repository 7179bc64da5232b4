package dync.compiler.evaluate;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a flow can be sent through: primitives, blocks and functions, and what to say where a name is none. */
public final class Operations {
    private Operations() {}

    /** The primitive, block or function of a name; empty where the name is something else or nothing. */
    public static Optional<Value.Declared> find(Name name, Scope scope) {
        return scope.find(name, new Wanted.Operation())
                .filter(binding -> binding.value() instanceof Value.Declared declared && isOperation(declared))
                .map(binding -> (Value.Declared) binding.value());
    }

    /** Whether a name is a parameter that holds an operation, which is not known while a file is checked. */
    public static boolean isOpen(Name name, Scope scope) {
        return scope.find(name, new Wanted.Operation())
                .filter(binding -> binding.value() instanceof Value.Any any
                        && any.type().name().equals("block")
                        && !any.type().list())
                .isPresent();
    }

    private static boolean isOperation(Value.Declared declared) {
        return declared.declaration() instanceof Declaration.Primitive
                || declared.declaration() instanceof Declaration.Block
                || declared.declaration() instanceof Declaration.Function;
    }

    /** Says that there is no such operation, unless its declaration could not be read. */
    public static void reportUnknown(Name name, Scope scope, Reporter reporter) {
        Optional<Scope.Binding> other = scope.find(name.text());
        if (other.isEmpty() || !(other.get().value() instanceof Value.Poison)) {
            reporter.report(unknown(name, other, scope));
        }
    }

    private static Diagnostic unknown(Name name, Optional<Scope.Binding> other, Scope scope) {
        if (other.isPresent() && other.get().value() instanceof Value.Declared declared) {
            String kind = Describe.kind(declared.declaration());
            Diagnostic wrongKind =
                    Diagnostic.error(Code.DYN0209, name.span(), name.text() + " is a " + kind + ", not an operation");
            return switch (kind) {
                case "connection" -> wrongKind.help("use it as recurrent(" + name.text() + ", delay = …)");
                case "dynamics" -> wrongKind.help("use it as evolve " + name.text() + "(…)");
                case "solver" -> wrongKind.help("use it as evolve … using " + name.text());
                case "area template" -> wrongKind.help("use it as area NAME = " + name.text() + "(…)");
                default -> wrongKind;
            };
        }
        Set<String> operations = new TreeSet<>();
        scope.visible().forEach((visible, binding) -> {
            if (binding.value() instanceof Value.Declared declared && isOperation(declared)) {
                operations.add(visible);
            }
        });
        Diagnostic unknown = Diagnostic.error(Code.DYN0201, name.span(), "there is no operation " + name.text());
        return Spelling.nearest(name.text(), operations)
                .map(near -> unknown.fix("did you mean " + near + "?", name.span(), near))
                .orElse(unknown.help("declare it as block " + name.text() + "(…) { … }, or import it"));
    }
}

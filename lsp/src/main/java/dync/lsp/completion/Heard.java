package dync.lsp.completion;

import dync.compiler.Compilation;
import dync.compiler.ast.Argument;
import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.RecurrentArguments;
import dync.compiler.parse.Continuation;
import dync.compiler.source.Span;
import dync.compiler.value.Lookup;
import dync.compiler.value.Observer;
import dync.compiler.value.Scope;
import dync.compiler.value.Signature;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import dync.lsp.feature.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the compiler told of a mark in a text.
 *
 * @param wanted what it looked for there; empty where it looked for nothing
 * @param visible what it could see from there, nearest first
 * @param path the nodes around the mark, outermost first
 * @param calls what is taken by the calls around the mark
 */
record Heard(Optional<Wanted> wanted, Map<String, Scope.Binding> visible, List<Ast> path, Map<Span, Signature> calls) {

    static Heard of(Snapshot snapshot, Place place) {
        Listener listener = new Listener(place.mark());
        Compilation compiled = snapshot.workspace().compilation(snapshot.document(), place.marked(), listener);
        return new Heard(
                listener.lookup.map(Lookup::wanted),
                listener.visible.orElseGet(() -> compiled.resolved().scope().visible()),
                Tree.path(compiled.module(), place.mark().start()).stream()
                        .filter(node -> !(node instanceof Name))
                        .toList(),
                listener.calls);
    }

    /** The area templates that can be seen. */
    Map<String, Declaration.Area> templates() {
        Map<String, Declaration.Area> templates = new LinkedHashMap<>();
        visible.forEach((name, binding) -> {
            if (binding.value() instanceof Value.Declared declared
                    && declared.declaration() instanceof Declaration.Area area) {
                templates.put(name, area);
            }
        });
        return templates;
    }

    /** The node around the mark that is so many levels above the innermost one. */
    Optional<Ast> above(int levels) {
        int at = path.size() - 1 - levels;
        return at < 0 ? Optional.empty() : Optional.of(path.get(at));
    }

    /** The innermost node of a kind around the mark. */
    <T extends Ast> Optional<T> innermost(Class<T> kind) {
        return path.stream().filter(kind::isInstance).map(kind::cast).reduce((outer, inner) -> inner);
    }

    /** The argument that the mark is the name or the whole value of. */
    Optional<Argument> argument() {
        Optional<Ast> last = above(0);
        return last.filter(Argument.class::isInstance)
                .or(() -> above(1).filter(Argument.class::isInstance))
                .map(Argument.class::cast);
    }

    /** What is called with that argument. */
    Optional<Ast> call() {
        return argument().map(path::indexOf).filter(at -> at > 0).map(at -> path.get(at - 1));
    }

    /** What that call takes. */
    Optional<Signature> signature() {
        return call().flatMap(node -> Optional.ofNullable(calls.get(node.span()))
                .map(told -> node instanceof Step.Recurrent recurrent
                        ? usual(recurrent).map(told::and).orElse(told)
                        : told));
    }

    /** What the connection takes that a parameter holds if nothing else is said. */
    private Optional<Signature> usual(Step.Recurrent recurrent) {
        return RecurrentArguments.of(recurrent, Reporter.silent())
                .kind()
                .filter(Expression.Reference.class::isInstance)
                .flatMap(kind -> binding(((Expression.Reference) kind).name()))
                .filter(binding -> binding.value() instanceof Value.Any)
                .flatMap(binding -> path.stream()
                        .filter(Declaration.class::isInstance)
                        .flatMap(around -> ((Declaration) around).parameters().stream())
                        .filter(parameter ->
                                Optional.of(parameter.name().span()).equals(binding.declared()))
                        .findFirst())
                .flatMap(Parameter::defaultValue)
                .filter(Expression.Reference.class::isInstance)
                .flatMap(value -> binding(((Expression.Reference) value).name()))
                .map(Scope.Binding::value)
                .filter(Value.Declared.class::isInstance)
                .map(value -> ((Value.Declared) value).declaration())
                .map(declared -> Signature.of(declared.name().text(), declared.parameters()));
    }

    /** Whether the mark stands inside of a declaration; what uses itself never ends. */
    boolean isInside(Declaration declaration) {
        return path.stream()
                .anyMatch(node -> node instanceof Declaration around
                        && around.name().span().equals(declaration.name().span()));
    }

    Optional<Scope.Binding> binding(Name name) {
        return Optional.ofNullable(visible.get(name.text()));
    }

    private static final class Listener implements Observer {
        private final Span mark;
        private final Map<Span, Signature> calls = new LinkedHashMap<>();
        private Optional<Lookup> lookup = Optional.empty();
        private Optional<Map<String, Scope.Binding>> visible = Optional.empty();

        Listener(Span mark) {
            this.mark = mark;
        }

        @Override
        public void looked(Lookup found) {
            if (found.name().text().equals(Continuation.MARK) && (lookup.isEmpty() || isNarrower(found))) {
                lookup = Optional.of(found);
                // what is declared further down is put into the same scope later
                visible = Optional.of(found.scope().visible());
            }
        }

        private static boolean isNarrower(Lookup found) {
            return !(found.wanted() instanceof Wanted.Expression expression)
                    || expression.type().isPresent();
        }

        @Override
        public void called(Span site, Signature signature, Scope from) {
            if (site.source().equals(mark.source()) && site.covers(mark)) {
                calls.merge(site, signature, Signature::and);
                if (lookup.isEmpty()) {
                    visible = Optional.of(from.visible());
                }
            }
        }
    }
}

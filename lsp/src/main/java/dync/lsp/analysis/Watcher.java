package dync.lsp.analysis;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.source.Span;
import dync.compiler.value.Lookup;
import dync.compiler.value.Observer;
import dync.compiler.value.Scope;
import dync.compiler.value.Signature;
import dync.compiler.value.Value;
import dync.lsp.document.Abandoned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Hears what the compiler finds out: first of names, then of one model after the other. */
final class Watcher implements Observer {
    private final List<Lookup> lookups = new ArrayList<>();
    private final Map<Span, Signature> calls = new HashMap<>();
    private final Map<Span, Parameter> passed = new HashMap<>();
    private boolean resolving = true;
    private Observer facts = Observer.NONE;
    private BooleanSupplier abandoned = () -> false;
    /** Others may look names up in the same scopes meanwhile. */
    private volatile Optional<Thread> builder = Optional.empty();

    /** What has been looked up while names were resolved. */
    List<Lookup> lookups() {
        return lookups;
    }

    /** What has been called while names were resolved, by place. */
    Map<Span, Signature> calls() {
        return calls;
    }

    /** The parameters that arguments go to, by the place of the argument. */
    Map<Span, Parameter> passed() {
        return passed;
    }

    /** From here on models are built; what they look up was looked up before. */
    void resolved() {
        resolving = false;
    }

    /** Takes down what building the next model tells, until nobody waits for it any more. */
    void collect(Facts next, BooleanSupplier lost) {
        facts = next;
        builder = Optional.of(Thread.currentThread());
        abandoned = lost;
    }

    private boolean isBuilding() {
        return builder.filter(Thread.currentThread()::equals).isPresent();
    }

    /** Nothing is being built. */
    void rest() {
        builder = Optional.empty();
        facts = Observer.NONE;
        abandoned = () -> false;
    }

    @Override
    public void looked(Lookup lookup) {
        if (resolving) {
            lookups.add(lookup);
        } else if (isBuilding()) {
            Abandoned.stopIf(abandoned);
        }
    }

    @Override
    public void called(Span site, Signature signature, Scope from) {
        if (resolving) {
            calls.merge(site, signature, Signature::and);
        }
    }

    @Override
    public void passed(Argument argument, Parameter parameter) {
        if (resolving) {
            passed.put(argument.span(), parameter);
        }
    }

    @Override
    public void bound(Scope.Binding binding) {
        if (isBuilding()) {
            facts.bound(binding);
        }
    }

    @Override
    public void delay(Span expression, int steps) {
        facts.delay(expression, steps);
    }

    @Override
    public void flow(Step step, String path, Value before, Value.Signal after) {
        facts.flow(step, path, before, after);
    }

    @Override
    public void built(Step step, String path, int first, int end) {
        facts.built(step, path, first, end);
    }
}

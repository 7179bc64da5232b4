package dync.compiler.value;

import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.source.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a place sees: its own, then those around it. A scope is filled while its body is read from top to
 * bottom and remembers which of its names were used.
 */
public final class Scope {

    /**
     * A name with its value and the place that declares it; library names and parameters set outside have no place.
     *
     * @param origin the expression that gave it its value, for the edits that mend it
     */
    public record Binding(String name, Value value, Optional<Span> declared, Role role, Optional<Origin> origin) {}

    /** An expression with the names that it sees. */
    public record Origin(Expression expression, Scope scope) {}

    /** What sort of name it is, for messages and for the check of unused names. */
    public enum Role {
        PARAMETER("parameter"),
        LET("let"),
        WEIGHT("weight"),
        DECLARATION("declaration"),
        AREA("area"),
        BUILTIN("built-in name");

        private final String noun;

        Role(String noun) {
            this.noun = noun;
        }

        public String noun() {
            return noun;
        }
    }

    private final Optional<Scope> parent;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    private final Observer observer;

    private Scope(Optional<Scope> parent, Observer observer) {
        this.parent = parent;
        this.observer = observer;
    }

    public static Scope root() {
        return root(Observer.NONE);
    }

    /** @param observer told of what is looked up and bound in this scope and those inside it */
    public static Scope root(Observer observer) {
        return new Scope(Optional.empty(), observer);
    }

    public Scope inner() {
        return new Scope(Optional.of(this), observer);
    }

    public Observer observer() {
        return observer;
    }

    /** Binds a name in this scope, over one of the same name. */
    public void bind(String name, Value value, Optional<Span> declared, Role role) {
        put(new Binding(name, value, declared, role, Optional.empty()));
    }

    /** Binds a parameter or a let that got its value from an expression. */
    public void bind(String name, Value value, Span declared, Role role, Origin origin) {
        put(new Binding(name, value, Optional.of(declared), role, Optional.of(origin)));
    }

    private void put(Binding binding) {
        bindings.put(binding.name(), binding);
        observer.bound(binding);
    }

    /** The binding in this scope alone. */
    public Optional<Binding> own(String name) {
        return Optional.ofNullable(bindings.get(name));
    }

    /** The nearest binding, which counts as used from here on. */
    public Optional<Binding> find(String name) {
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().parent) {
            Binding binding = scope.get().bindings.get(name);
            if (binding != null) {
                scope.get().used.add(name);
                return Optional.of(binding);
            }
        }
        return Optional.empty();
    }

    /** The nearest binding of a name that stands in the text, which counts as used from here on. */
    public Optional<Binding> find(Name name, Wanted wanted) {
        Optional<Binding> found = find(name.text());
        observer.looked(new Lookup(name, wanted, this, found));
        return found;
    }

    /** Tells the observer of a name that means something, though it is bound in no scope. */
    public void looked(Name name, Wanted wanted) {
        observer.looked(new Lookup(name, wanted, this, Optional.empty()));
    }

    /** Tells the observer of a call from here. */
    public void called(Span site, Signature signature) {
        observer.called(site, signature, this);
    }

    /** The nearest binding, which does not count as used. */
    public Optional<Binding> visible(String name) {
        return own(name).or(() -> around(name));
    }

    /** The nearest binding in the scopes around this one; it does not count as used. */
    public Optional<Binding> around(String name) {
        return parent.flatMap(scope -> scope.own(name).or(() -> scope.around(name)));
    }

    public boolean isUsed(String name) {
        return used.contains(name);
    }

    /** The bindings of this scope alone, in the order they were made. */
    public Collection<Binding> bindings() {
        return bindings.values();
    }

    /** All that can be seen from here, nearest first. */
    public Map<String, Binding> visible() {
        Map<String, Binding> all = new LinkedHashMap<>(bindings);
        parent.ifPresent(scope -> scope.visible().forEach(all::putIfAbsent));
        return all;
    }
}

package dync.lsp.analysis;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Ast;
import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.evaluate.Binder;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.compiler.value.Lookup;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What every name of a text stands for. */
public final class Index {
    private final Module module;
    private final Symbols symbols;
    private final TreeMap<Integer, Use> uses = new TreeMap<>();
    private final Map<Span, Parameter> passed;

    private Index(Module module, Map<Span, Parameter> passed) {
        this.module = module;
        this.passed = Map.copyOf(passed);
        this.symbols = Symbols.of(module);
    }

    /**
     * @param lookups what was looked up while the text was checked; those of other texts are left out
     * @param passed the parameters that arguments go to, by the place of the argument
     * @param file what the text sees
     */
    static Index of(Module module, List<Lookup> lookups, Map<Span, Parameter> passed, Scope file) {
        Index index = new Index(module, passed);
        lookups.stream()
                .filter(lookup -> lookup.name().span().source().equals(index.source()))
                .forEach(index::add);
        index.imports(file);
        Held held = new Held(index.symbols, index::meaning);
        held.arguments(module, file, index::add);
        index.shared(file, held);
        return index;
    }

    public Module module() {
        return module;
    }

    public Symbols symbols() {
        return symbols;
    }

    /** The parameter of a declaration that an argument goes to, by place or by name. */
    public Optional<Parameter> parameterOf(Argument argument) {
        return Optional.ofNullable(passed.get(argument.span()));
    }

    /** All names that refer to something, by place. */
    public List<Use> uses() {
        return List.copyOf(uses.values());
    }

    /** The name that refers to something around an offset; one that ends there counts. */
    public Optional<Use> useAt(int offset) {
        return Optional.ofNullable(uses.floorEntry(offset))
                .map(Map.Entry::getValue)
                .filter(use -> use.name().span().touches(offset));
    }

    /** What the name around an offset declares or refers to; an alias of a parameter declares it as well. */
    public Optional<Symbol> symbolAt(int offset) {
        return declaredAt(offset).or(() -> useAt(offset).flatMap(Use::symbol));
    }

    /** The name around an offset that declares or refers to something. */
    public Optional<Name> nameAt(int offset) {
        return declaredAt(offset)
                .flatMap(symbol -> symbol.names().stream()
                        .filter(name -> name.span().touches(offset))
                        .findFirst())
                .or(() -> useAt(offset).map(Use::name));
    }

    private Optional<Symbol> declaredAt(int offset) {
        return symbols.all().stream()
                .filter(symbol ->
                        symbol.names().stream().anyMatch(name -> name.span().touches(offset)))
                .findFirst();
    }

    /** The names that refer to a symbol, by place, without the one that declares it. */
    public List<Name> usesOf(Symbol symbol) {
        List<Symbol> same = alternatives(symbol);
        return uses.values().stream()
                .filter(use -> use.symbol()
                        .filter(used -> same.stream().anyMatch(used::isSame))
                        .isPresent())
                .map(Use::name)
                .toList();
    }

    /**
     * The declarations that a name can mean: both branches of an {@code if} may declare an area, and what is wired to it
     * is wired to the one of the branch that is taken. Mostly the symbol alone.
     */
    public List<Symbol> alternatives(Symbol symbol) {
        if (symbol.kind() != Symbol.Kind.AREA && symbol.kind() != Symbol.Kind.INPUT) {
            return List.of(symbol);
        }
        List<Symbol> found = symbols.all().stream()
                .filter(other -> other.kind() == symbol.kind() && other.text().equals(symbol.text()))
                .filter(other -> other.within()
                        .flatMap(model -> symbol.within().filter(model::isSame))
                        .isPresent())
                .toList();
        return found.isEmpty() ? List.of(symbol) : found;
    }

    private Source source() {
        return module.span().source();
    }

    private void add(Lookup lookup) {
        int start = lookup.name().span().start();
        Use use = new Use(lookup, symbol(lookup));
        Use known = uses.get(start);
        if (known == null
                || known.symbol().isEmpty() && use.symbol().isPresent()
                || known.symbol().isPresent() == use.symbol().isPresent()
                        && specific(lookup.wanted()) > specific(known.lookup().wanted())) {
            uses.put(start, use);
        }
    }

    /** The same place may be asked for in general first and then for something of a type. */
    private static int specific(Wanted wanted) {
        return wanted instanceof Wanted.Expression expression
                        && expression.type().isEmpty()
                ? 0
                : 1;
    }

    private Optional<Symbol> symbol(Lookup lookup) {
        if (lookup.wanted() instanceof Wanted.ArgumentName argument) {
            return Binder.find(argument.parameters(), lookup.name().text()).flatMap(this::symbolOf);
        }
        if (lookup.wanted() instanceof Wanted.Area) {
            return area(lookup.name());
        }
        Optional<Scope.Binding> binding = lookup.found();
        if (binding.isPresent() && binding.get().value() instanceof Value.Declared declared) {
            // a parameter that holds a declaration is looked at as a parameter
            return binding.get().role() == Scope.Role.DECLARATION
                    ? symbolOf(declared.declaration())
                    : binding.flatMap(Scope.Binding::declared).flatMap(symbols::at);
        }
        return binding.flatMap(Scope.Binding::declared).flatMap(symbols::at);
    }

    private Optional<Symbol> symbolOf(Ast declaration) {
        Optional<Symbol> foreign = Symbols.declaredBy(declaration);
        return foreign.flatMap(symbol -> symbols.at(symbol.name().span())).or(() -> foreign);
    }

    /** The area or input of the model around a name. */
    private Optional<Symbol> area(Name name) {
        return symbols.all().stream()
                .filter(symbol -> symbol.kind() == Symbol.Kind.AREA || symbol.kind() == Symbol.Kind.INPUT)
                .filter(symbol -> symbol.text().equals(name.text()))
                .filter(symbol -> symbol.within().stream()
                        .anyMatch(model -> model.node().span().covers(name.span())))
                .findFirst();
    }

    /** The last name of an import refers to what is imported. */
    private void imports(Scope file) {
        for (Module.Import wanted : module.imports()) {
            if (!wanted.wildcard() && !wanted.path().isEmpty()) {
                Name name = wanted.path().get(wanted.path().size() - 1);
                add(new Lookup(name, new Wanted.Model(), file, file.own(name.text())));
            }
        }
    }

    private void shared(Scope file, Held held) {
        SharePaths.of(module, file, held).forEach(segment -> {
            Wanted wanted =
                    switch (segment.symbol().kind()) {
                        case AREA, READOUT -> new Wanted.Area(false);
                        case WEIGHT, LET -> new Wanted.Expression(Optional.empty());
                        default -> new Wanted.Operation();
                    };
            Lookup lookup = new Lookup(segment.name(), wanted, file, Optional.empty());
            uses.put(segment.name().span().start(), new Use(lookup, Optional.of(segment.symbol())));
        });
    }

    private Optional<Scope.Binding> meaning(Name name) {
        return Optional.ofNullable(uses.get(name.span().start()))
                .flatMap(use -> use.lookup().found());
    }
}

package dync.compiler.library;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Module;
import dync.compiler.ast.Salvage;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.source.Source;
import dync.compiler.value.Observer;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The modules of one compilation, each read once. Every module sees {@code dyn.std}; the declarations of a module are
 * bound before its imports are followed, so modules may import each other.
 */
public final class Library {
    private final ModuleFinder finder;
    private final Modules read;
    private final Reporter reporter;
    private final Map<String, Scope> modules = new HashMap<>();
    private final Map<Scope, Wildcards> wildcards = new HashMap<>();
    private final Set<Source> imported = new LinkedHashSet<>();
    private final Scope standard;

    public Library(ModuleFinder files, Reporter reporter) {
        this(files, new Modules(), Observer.NONE, reporter);
    }

    /**
     * @param read what has been read before
     * @param observer told of what is looked up in the scopes of this library's modules, and in those inside them
     */
    public Library(ModuleFinder files, Modules read, Observer observer, Reporter reporter) {
        this.finder = read.standardLibrary().or(files);
        this.read = read;
        this.reporter = reporter;
        this.standard = Scope.root(observer);
        for (String module : finder.in("dyn.std")) {
            finder.find(module).ifPresent(source -> declare(read.module(source, reporter), standard));
        }
    }

    /** The scope of {@code dyn.std}. */
    public Scope standard() {
        return standard;
    }

    /** The scope of a file: what it declares, what it imports, and the standard library around it. */
    public Scope scopeOf(Module module) {
        Scope scope = standard.inner();
        declare(module, scope);
        follow(module.imports(), scope);
        return scope;
    }

    /** Reports names that a file has used, once all of them are looked up, and that two of its imports bring. */
    public void reportClashes(Scope file) {
        Optional.ofNullable(wildcards.get(file)).ifPresent(brought -> brought.report(reporter));
    }

    /** The modules that were imported so far, by those of the compilation or by one another. */
    public Set<Source> imported() {
        return Collections.unmodifiableSet(imported);
    }

    private void declare(Module module, Scope scope) {
        for (Declaration declaration : module.declarations()) {
            if (declaration instanceof Declaration.Error) {
                Salvage.names(declaration.span())
                        .forEach(name -> scope.bind(
                                name, new Value.Poison(), Optional.of(declaration.span()), Scope.Role.DECLARATION));
                continue;
            }
            String name = declaration.name().text();
            Optional<Scope.Binding> earlier =
                    scope.own(name).filter(binding -> binding.value() instanceof Value.Declared);
            if (earlier.isPresent()) {
                reporter.report(Diagnostic.error(
                                Code.DYN0208, declaration.name().span(), "the name " + name + " is declared twice")
                        .label(
                                earlier.get()
                                        .declared()
                                        .orElse(declaration.name().span()),
                                "first here")
                        .help("give one of them another name"));
                continue;
            }
            scope.bind(
                    name,
                    new Value.Declared(declaration, scope),
                    Optional.of(declaration.name().span()),
                    Scope.Role.DECLARATION);
        }
    }

    /** What is imported by its name goes before what a wildcard brings, wherever the two stand. */
    private void follow(List<Module.Import> imports, Scope into) {
        imports.stream().filter(wanted -> !wanted.wildcard()).forEach(wanted -> follow(wanted, into));
        Wildcards brought = new Wildcards(into);
        imports.stream().filter(Module.Import::wildcard).forEach(wanted -> follow(wanted, brought));
        wildcards.put(into, brought);
    }

    private void follow(Module.Import wanted, Wildcards into) {
        String dotted = wanted.dotted();
        List<String> inside = finder.in(dotted);
        Optional<Scope> one = module(dotted);
        if (one.isEmpty() && inside.isEmpty()) {
            notFound(wanted, dotted);
        }
        one.ifPresent(scope -> into.take(wanted, dotted, scope));
        inside.forEach(module -> module(module).ifPresent(scope -> into.take(wanted, module, scope)));
    }

    private void follow(Module.Import wanted, Scope into) {
        String dotted = wanted.dotted();
        int dot = dotted.lastIndexOf('.');
        String name = dotted.substring(dot + 1);
        String around = dot < 0 ? "" : dotted.substring(0, dot);
        Optional<Scope> outer = dot < 0 ? Optional.empty() : module(around);
        Optional<Scope> home = outer.filter(scope -> declared(scope, name).isPresent())
                .or(() -> module(dotted))
                .or(() -> inPackage(around, name));
        Optional<Scope.Binding> binding = home.flatMap(scope -> declared(scope, name));
        if (binding.isPresent()) {
            Optional<Scope.Binding> earlier = into.own(name);
            if (earlier.isPresent()) {
                reporter.report(twice(wanted, name, earlier.get()));
            }
            bind(binding.get(), into);
        } else if (home.isPresent() || outer.isPresent()) {
            if (home.isPresent()) {
                reporter.report(
                        Diagnostic.error(Code.DYN0211, wanted.span(), dotted + " is a module, and declares no " + name)
                                .help("write import " + dotted + ".* for all that it declares"));
            } else {
                declaresNo(wanted, around, name, outer.get());
            }
        } else {
            notFound(wanted, dotted);
        }
    }

    /** The module of a package that declares a name: {@code dyn.models.ResNet18} stands in {@code dyn/models/ResNet.dyn}. */
    private Optional<Scope> inPackage(String packageName, String name) {
        return finder.in(packageName).stream()
                .flatMap(module -> module(module).stream())
                .filter(scope -> scope.own(name)
                        .filter(binding -> binding.role() == Scope.Role.DECLARATION)
                        .isPresent())
                .findFirst();
    }

    private static Diagnostic twice(Module.Import wanted, String name, Scope.Binding earlier) {
        Diagnostic twice = Diagnostic.error(
                        Code.DYN0208, wanted.span(), "the name " + name + " is there already when it is imported")
                .help("import it once, or give your own another name");
        return earlier.declared()
                .map(span -> twice.label(span, "declared here"))
                .orElse(twice);
    }

    private void declaresNo(Module.Import wanted, String module, String name, Scope home) {
        Set<String> names = new TreeSet<>();
        home.bindings().stream()
                .filter(other -> other.declared().isPresent())
                .forEach(other -> names.add(other.name()));
        Diagnostic missing =
                Diagnostic.error(Code.DYN0211, wanted.span(), "the module " + module + " declares no " + name);
        reporter.report(Spelling.nearest(name, names)
                .map(near -> missing.help("did you mean " + near + "?"))
                .orElse(missing.help("it declares " + String.join(", ", names))));
    }

    private void notFound(Module.Import wanted, String dotted) {
        Diagnostic missing = Diagnostic.error(Code.DYN0211, wanted.span(), "there is no module for " + dotted);
        Set<String> known = new HashSet<>(finder.in(Zoo.PACKAGE));
        Zoo.entries().forEach(entry -> known.add(entry.dotted()));
        reporter.report(Spelling.nearest(dotted, known)
                .map(near -> missing.help("did you mean " + near + "?"))
                .orElse(missing.help(
                        "a module a.b is the file a/b.dyn beside this one, or part of the standard library")));
    }

    /** What a module declares itself; what it imports is not its own, and has no place there. */
    private static Optional<Scope.Binding> declared(Scope module, String name) {
        return module.own(name).filter(binding -> binding.declared().isPresent());
    }

    private static void bind(Scope.Binding binding, Scope into) {
        if (into.own(binding.name()).isEmpty() && binding.role() == Scope.Role.DECLARATION) {
            into.bind(binding.name(), binding.value(), Optional.empty(), Scope.Role.DECLARATION);
        }
    }

    private Optional<Scope> module(String dotted) {
        if (!modules.containsKey(dotted)) {
            Optional<Source> source = finder.find(dotted);
            if (source.isEmpty()) {
                return Optional.empty();
            }
            imported.add(source.get());
            Module module = read.module(source.get(), reporter);
            Scope scope = standard.inner();
            modules.put(dotted, scope);
            declare(module, scope);
            follow(module.imports(), scope);
        }
        return Optional.of(modules.get(dotted));
    }
}

package dync.compiler.library;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Module;
import dync.compiler.ast.Salvage;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Reporter reporter;
    private final Map<String, Scope> modules = new HashMap<>();
    private final Scope standard = Scope.root();

    public Library(ModuleFinder files, Reporter reporter) {
        this.finder = ModuleFinder.standardLibrary().or(files);
        this.reporter = reporter;
        for (String module : finder.in("dyn.std")) {
            finder.find(module).ifPresent(source -> declare(read(source), standard));
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
        module.imports().forEach(wanted -> follow(wanted, scope));
        return scope;
    }

    /** Every module that can be imported by name, for messages and completion. */
    public List<String> importable() {
        return finder.in("dyn.models");
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

    private void follow(Module.Import wanted, Scope into) {
        String dotted = wanted.dotted();
        if (wanted.wildcard()) {
            List<String> inside = finder.in(dotted);
            Optional<Scope> one = module(dotted);
            if (one.isEmpty() && inside.isEmpty()) {
                notFound(wanted, dotted);
            }
            one.ifPresent(scope -> scope.bindings().forEach(binding -> take(binding, into)));
            inside.forEach(
                    name -> module(name).ifPresent(scope -> scope.bindings().forEach(binding -> take(binding, into))));
            return;
        }
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
            take(binding.get(), into);
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

    private static void take(Scope.Binding binding, Scope into) {
        if (binding.declared().isPresent()
                && into.own(binding.name()).isEmpty()
                && binding.role() == Scope.Role.DECLARATION) {
            into.bind(binding.name(), binding.value(), Optional.empty(), Scope.Role.DECLARATION);
        }
    }

    private Optional<Scope> module(String dotted) {
        if (!modules.containsKey(dotted)) {
            Optional<Source> source = finder.find(dotted);
            if (source.isEmpty()) {
                return Optional.empty();
            }
            Module module = read(source.get());
            Scope scope = standard.inner();
            modules.put(dotted, scope);
            declare(module, scope);
            module.imports().forEach(wanted -> follow(wanted, scope));
        }
        return Optional.of(modules.get(dotted));
    }

    private Module read(Source source) {
        Diagnostics found = new Diagnostics();
        Module module = Parser.parse(source, found);
        found.all().forEach(reporter::report);
        return module;
    }
}

package dync.compiler;

import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.graph.Graph;
import dync.compiler.graph.GraphBuilder;
import dync.compiler.library.Library;
import dync.compiler.library.ModuleFinder;
import dync.compiler.library.Modules;
import dync.compiler.model.Setting;
import dync.compiler.model.Specialiser;
import dync.compiler.parse.Parser;
import dync.compiler.plan.PlanKind;
import dync.compiler.resolve.Resolved;
import dync.compiler.resolve.Resolver;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.compiler.value.Observer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The compilation of one file. Diagnostics of all stages are collected; a mistake in one stage does not keep the next
 * from looking at the rest.
 */
public final class Compilation {
    private final Diagnostics diagnostics = new Diagnostics();
    private final Library library;
    private final Module module;
    private final Resolved resolved;

    private Compilation(Source source, ModuleFinder files, Modules read, Observer observer) {
        this.module = Parser.parse(source, diagnostics);
        this.library = new Library(files, read, observer, diagnostics);
        this.resolved = Resolver.resolve(module, library, diagnostics);
    }

    /** Compiles a text; modules are looked for in {@code files} and the standard library. */
    public static Compilation of(Source source, ModuleFinder files) {
        return of(source, files, new Modules(), Observer.NONE);
    }

    /**
     * Compiles a text for a program that asks about it.
     *
     * @param read what earlier compilations have read
     * @param observer told of what the stages find out
     */
    public static Compilation of(Source source, ModuleFinder files, Modules read, Observer observer) {
        return new Compilation(source, files, read, observer);
    }

    /**
     * Compiles a file; modules are looked for beside it.
     *
     * @throws IOException where it cannot be read
     */
    public static Compilation of(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return of(new Source(file.toString(), Files.readString(file)), ModuleFinder.folder(folder));
    }

    public Module module() {
        return module;
    }

    /** Its declarations with the names that the file sees. */
    public Resolved resolved() {
        return resolved;
    }

    /** The sources of the modules that it imports, directly or through others. */
    public Set<Source> imported() {
        return library.imported();
    }

    /** The names of its models and variants, in order. */
    public List<String> models() {
        return resolved.models().stream().map(Name::text).toList();
    }

    /** Everything found so far, by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics.all();
    }

    public boolean hasErrors() {
        return diagnostics.hasErrors();
    }

    /** Takes every model with its defaults through all stages. */
    public void checkAll() {
        models().forEach(model -> graph(model, List.of()));
    }

    /**
     * Takes one model through all stages.
     *
     * @return empty where the file has errors; they are among {@link #diagnostics()}
     */
    public Optional<CompiledModel> model(String name, List<Setting> settings) {
        return model(name, settings, PlanKind.OPTIMISED);
    }

    /** The same with a plan of the given kind. */
    public Optional<CompiledModel> model(String name, List<Setting> settings, PlanKind kind) {
        Optional<Graph> graph = graph(name, settings);
        return diagnostics.hasErrors() ? Optional.empty() : graph.map(built -> CompiledModel.of(built, kind));
    }

    /**
     * Takes one model as far as its graph: shapes and weights are known, and no code is written.
     *
     * @return empty where the file has errors; they are among {@link #diagnostics()}
     */
    public Optional<Graph> graph(String name, List<Setting> settings) {
        Optional<Name> declared = resolved.models().stream()
                .filter(model -> model.text().equals(name))
                .findFirst();
        if (declared.isEmpty()) {
            // a file that is too broken to declare a model has said so already
            if (!name.isEmpty()) {
                diagnostics.report(unknown(name));
            }
            return Optional.empty();
        }
        return new Specialiser(resolved.scope(), diagnostics)
                .specialise(declared.get(), settings)
                .flatMap(special ->
                        GraphBuilder.build(special.model(), special.delays(), library.standard(), diagnostics));
    }

    private Diagnostic unknown(String name) {
        Span span = new Span(new Source("--model", name), 0, name.length());
        Diagnostic unknown =
                Diagnostic.error(Code.DYN0505, span, module.span().source().name() + " declares no model " + name);
        return Spelling.nearest(name, models())
                .map(near -> unknown.help("did you mean " + near + "?"))
                .orElse(
                        models().isEmpty()
                                ? unknown.help("it declares no model at all")
                                : unknown.help("it declares " + String.join(", ", models())));
    }
}

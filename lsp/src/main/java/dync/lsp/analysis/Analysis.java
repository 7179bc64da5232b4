package dync.lsp.analysis;

import dync.compiler.Compilation;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.library.ModuleFinder;
import dync.compiler.library.Modules;
import dync.compiler.resolve.Resolved;
import dync.compiler.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What the compiler knows of one version of a text. Names are looked up when the first feature asks for them, models are
 * built when the first asks for shapes, delays or all mistakes; each once. Safe for several threads.
 */
public final class Analysis {
    private final Source source;
    private final ModuleFinder files;
    private final Modules read;
    private final Watcher watcher = new Watcher();
    private final Object names = new Object();
    private final Object building = new Object();
    private Optional<Compilation> compilation = Optional.empty();
    private Optional<Index> index = Optional.empty();
    private Optional<List<Built>> models = Optional.empty();
    private Optional<List<Diagnostic>> diagnostics = Optional.empty();

    /**
     * @param files where imported modules are
     * @param read what earlier analyses have read
     */
    public Analysis(Source source, ModuleFinder files, Modules read) {
        this.source = source;
        this.files = files;
        this.read = read;
    }

    public Source source() {
        return source;
    }

    /** What every name stands for; needs no model to be built. */
    public Index index() {
        synchronized (names) {
            if (index.isEmpty()) {
                Compilation compiled = compilation();
                index = Optional.of(Index.of(
                        compiled.module(),
                        watcher.lookups(),
                        compiled.resolved().scope()));
            }
            return index.get();
        }
    }

    /** The declarations with the names that they see. */
    public Resolved resolved() {
        return compilation().resolved();
    }

    /** The texts that this one imports, directly or through others. */
    public Set<Source> imported() {
        return compilation().imported();
    }

    /** The models and variants, built with their defaults, in the order of the text. */
    public List<Built> models() {
        return models(() -> false);
    }

    /** The model of a name; the first where the name is empty. */
    public Optional<Built> model(String name) {
        return models().stream()
                .filter(built -> name.isEmpty() || built.name().text().equals(name))
                .findFirst();
    }

    /** Everything that is wrong in the text and in what it imports, as {@code dync check} finds it. */
    public List<Diagnostic> diagnostics() {
        return diagnostics(() -> false);
    }

    /**
     * The same for one who may lose interest.
     *
     * @throws java.util.concurrent.CancellationException when {@code abandoned} holds
     */
    public List<Diagnostic> diagnostics(BooleanSupplier abandoned) {
        models(abandoned);
        synchronized (building) {
            if (diagnostics.isEmpty()) {
                diagnostics = Optional.of(
                        source.isStandard() ? List.of() : compilation().diagnostics());
            }
            return diagnostics.get();
        }
    }

    private List<Built> models(BooleanSupplier abandoned) {
        synchronized (building) {
            if (models.isEmpty()) {
                Compilation compiled = compilation();
                List<Built> built = new ArrayList<>();
                try {
                    for (Name model : compiled.resolved().models()) {
                        Facts facts = new Facts();
                        watcher.collect(facts, abandoned);
                        built.add(new Built(model, compiled.graph(model.text(), List.of()), facts));
                    }
                } finally {
                    watcher.rest();
                }
                models = Optional.of(List.copyOf(built));
            }
            return models.get();
        }
    }

    private Compilation compilation() {
        synchronized (names) {
            if (compilation.isEmpty()) {
                compilation = Optional.of(Compilation.of(source, files, read, watcher));
                watcher.resolved();
            }
            return compilation.get();
        }
    }
}

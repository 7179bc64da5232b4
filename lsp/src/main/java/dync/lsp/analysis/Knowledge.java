package dync.lsp.analysis;

import dync.compiler.Compilation;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.library.ModuleFinder;
import dync.compiler.library.Modules;
import dync.compiler.parse.Token;
import dync.compiler.parse.Tokens;
import dync.compiler.resolve.Resolved;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.compiler.value.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What has been found out so far about one version of a text, each part when it is first asked for and once. Several
 * threads may ask; where models are being built for one that loses interest, the next goes on with the model it was at.
 */
final class Knowledge {
    private final Source source;
    private final ModuleFinder files;
    private final Modules read;
    private final Watcher watcher = new Watcher();
    private final Object names = new Object();
    private final Object building = new Object();
    private Optional<Compilation> compilation = Optional.empty();
    private Optional<Index> index = Optional.empty();
    private Optional<List<Token>> tokens = Optional.empty();
    private final List<Built> built = new ArrayList<>();
    private Optional<List<Built>> models = Optional.empty();
    private Optional<List<Diagnostic>> diagnostics = Optional.empty();

    Knowledge(Source source, ModuleFinder files, Modules read) {
        this.source = source;
        this.files = files;
        this.read = read;
    }

    Source source() {
        return source;
    }

    Index index() {
        synchronized (names) {
            if (index.isEmpty()) {
                Compilation compiled = compilation();
                index = Optional.of(Index.of(
                        compiled.module(),
                        watcher.lookups(),
                        watcher.passed(),
                        compiled.resolved().scope()));
            }
            return index.get();
        }
    }

    Map<Span, Signature> calls() {
        compilation();
        return Collections.unmodifiableMap(watcher.calls());
    }

    List<Token> tokens() {
        synchronized (names) {
            if (tokens.isEmpty()) {
                tokens = Optional.of(Tokens.of(source));
            }
            return tokens.get();
        }
    }

    Resolved resolved() {
        return compilation().resolved();
    }

    Set<Source> imported() {
        return compilation().imported();
    }

    List<Diagnostic> diagnostics(BooleanSupplier abandoned) {
        models(abandoned);
        synchronized (building) {
            if (diagnostics.isEmpty()) {
                diagnostics = Optional.of(
                        source.isStandard() ? List.of() : compilation().diagnostics());
            }
            return diagnostics.get();
        }
    }

    /** @throws java.util.concurrent.CancellationException when {@code abandoned} holds */
    List<Built> models(BooleanSupplier abandoned) {
        synchronized (building) {
            if (models.isEmpty()) {
                Compilation compiled = compilation();
                List<Name> names = compiled.resolved().models();
                for (Name model : names.subList(built.size(), names.size())) {
                    Facts facts = new Facts();
                    watcher.collect(facts, abandoned);
                    try {
                        built.add(new Built(model, compiled.graph(model.text(), List.of()), facts));
                    } finally {
                        watcher.rest();
                    }
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

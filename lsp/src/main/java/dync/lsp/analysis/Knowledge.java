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
import dync.lsp.document.Abandoned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What has been found out so far about one version of a text, each part when it is first asked for and once. Several
 * threads may ask; where models are being built for one that loses interest, the next goes on with the model it was at.
 */
final class Knowledge {
    private static final long LOOK_UP_MILLIS = 10;

    private final Source source;
    private final ModuleFinder files;
    private final Modules read;
    private final Watcher watcher = new Watcher();
    private final Object names = new Object();
    private final ReentrantLock building = new ReentrantLock();
    private Optional<Compilation> compilation = Optional.empty();
    private Optional<Index> index = Optional.empty();
    private Optional<List<Token>> tokens = Optional.empty();
    private final List<Built> built = new ArrayList<>();
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
        return built(abandoned, () -> {
            if (diagnostics.isEmpty()) {
                diagnostics = Optional.of(
                        source.isStandard() ? List.of() : compilation().diagnostics());
            }
            return diagnostics.get();
        });
    }

    /** @throws CancellationException when {@code abandoned} holds */
    List<Built> models(BooleanSupplier abandoned) {
        return built(abandoned, () -> List.copyOf(built));
    }

    /** Asks something once all models are built. */
    private <T> T built(BooleanSupplier abandoned, Supplier<T> question) {
        await(abandoned);
        try {
            Compilation compiled = compilation();
            List<Name> models = compiled.resolved().models();
            for (Name model : models.subList(built.size(), models.size())) {
                Facts facts = new Facts();
                watcher.collect(facts, abandoned);
                try {
                    built.add(new Built(model, compiled.graph(model.text(), List.of()), facts));
                } finally {
                    watcher.rest();
                }
            }
            return question.get();
        } finally {
            building.unlock();
        }
    }

    /** Waits while another builds; who loses interest meanwhile must not keep a thread. */
    private void await(BooleanSupplier abandoned) {
        try {
            while (!building.tryLock(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                Abandoned.stopIf(abandoned);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the connection has ended");
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

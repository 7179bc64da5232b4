package dync.lsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * Asks a client to ask again for what it shows of texts that nobody typed in: what they import has changed. It is asked
 * once at a time, however much changes before it answers.
 */
final class Refreshes {
    private final List<Supplier<CompletableFuture<Void>>> wanted;
    private final AtomicBoolean under = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();

    private Refreshes(List<Supplier<CompletableFuture<Void>>> wanted) {
        this.wanted = wanted;
    }

    static Refreshes of(InitializeParams params, DynClient remote) {
        Optional<WorkspaceClientCapabilities> client =
                Optional.ofNullable(params.getCapabilities()).map(ClientCapabilities::getWorkspace);
        return new Refreshes(List.of(
                        one(
                                client,
                                each -> Optional.ofNullable(each.getDiagnostics())
                                        .map(able -> able.getRefreshSupport()),
                                remote::refreshDiagnostics),
                        one(
                                client,
                                each -> Optional.ofNullable(each.getInlayHint()).map(able -> able.getRefreshSupport()),
                                remote::refreshInlayHints),
                        one(
                                client,
                                each -> Optional.ofNullable(each.getCodeLens()).map(able -> able.getRefreshSupport()),
                                remote::refreshCodeLenses),
                        one(
                                client,
                                each -> Optional.ofNullable(each.getSemanticTokens())
                                        .map(able -> able.getRefreshSupport()),
                                remote::refreshSemanticTokens))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Supplier<CompletableFuture<Void>>> one(
            Optional<WorkspaceClientCapabilities> client,
            Function<WorkspaceClientCapabilities, Optional<Boolean>> able,
            Supplier<CompletableFuture<Void>> request) {
        return client.flatMap(able).filter(can -> can).map(can -> request);
    }

    void ask() {
        again.set(true);
        next();
    }

    private void next() {
        if (!wanted.isEmpty() && again.get() && under.compareAndSet(false, true)) {
            again.set(false);
            CompletableFuture<?>[] asked = wanted.stream().map(Supplier::get).toArray(CompletableFuture<?>[]::new);
            CompletableFuture<Void> answered = CompletableFuture.allOf(asked).handle((done, refused) -> null);
            answered.thenRun(() -> {
                        under.set(false);
                        next();
                    })
                    .exceptionally(closed -> null);
        }
    }
}

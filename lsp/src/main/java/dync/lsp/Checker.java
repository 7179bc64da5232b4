package dync.lsp;

import dync.compiler.ast.Name;
import dync.lsp.document.Document;
import dync.lsp.feature.Mistakes;
import dync.lsp.feature.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Looks at every new version of a text in the background and tells the client what is wrong in it. A version that is
 * outdated before it was looked at is left out; looking at one is given up when the next arrives.
 */
final class Checker implements AutoCloseable {
    private final Session session;
    private final DynClient remote;
    private final Refreshes refreshes;
    private final ExecutorService background = Executors.newSingleThreadExecutor(Session::worker);
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    /** Which texts have diagnostics because of which open text; touched by the background thread alone. */
    private final Map<String, Map<String, List<Diagnostic>>> published = new HashMap<>();

    Checker(Session session, DynClient remote, Refreshes refreshes) {
        this.session = session;
        this.remote = remote;
        this.refreshes = refreshes;
    }

    /** Looks at the newest version of a text as soon as there is time; what waits already, waits once. */
    void check(Document document) {
        String uri = document.uri();
        if (waiting.add(uri)) {
            background.execute(() -> {
                waiting.remove(uri);
                session.workspace().documents().find(uri).ifPresent(this::look);
            });
        }
    }

    /** Looks at texts whose imports have changed. */
    void checkAgain(List<Document> importing) {
        importing.forEach(this::check);
        if (!importing.isEmpty()) {
            refresh();
        }
    }

    /** Has the client ask again for what it shows, once all texts that wait have been looked at. */
    void refresh() {
        background.execute(refreshes::ask);
    }

    /** Takes back what was said of a text that was closed, and of others because of it. */
    void forget(String uri) {
        background.execute(() -> {
            if (session.workspace().documents().find(uri).isEmpty()) {
                publish(uri, Map.of(), Optional.empty());
            }
        });
    }

    /** Nobody waits for what is said of a version that is not the newest, or before its imports changed. */
    private boolean isOutdated(Document document) {
        return waiting.contains(document.uri()) || !session.isCurrent(document);
    }

    private void look(Document document) {
        try {
            Snapshot snapshot = session.snapshot(document).unless(() -> isOutdated(document));
            Map<String, List<Diagnostic>> found = Mistakes.of(snapshot);
            if (!isOutdated(document)) {
                if (!session.client().can(Ability.PULLED_DIAGNOSTICS)) {
                    publish(document.uri(), found, Optional.of(document.version()));
                }
                announce(snapshot, found.get(document.uri()));
            }
        } catch (CancellationException outdated) {
            // the version that came meanwhile stands in the queue
        } catch (RuntimeException | StackOverflowError e) {
            remote.logMessage(new MessageParams(MessageType.Error, Failures.text("checking " + document.uri(), e)));
        }
    }

    private void announce(Snapshot snapshot, List<Diagnostic> found) {
        if (session.client().analysed()) {
            int errors = (int) found.stream()
                    .filter(diagnostic -> diagnostic.getSeverity() == DiagnosticSeverity.Error)
                    .count();
            remote.analysed(new Analysed(
                    snapshot.document().uri(),
                    snapshot.document().version(),
                    errors,
                    found.size() - errors,
                    snapshot.analysis().resolved().models().stream()
                            .map(Name::text)
                            .toList()));
        }
    }

    /** An open text speaks for itself; one that is not open is spoken for by the first that imports it. */
    private void publish(String about, Map<String, List<Diagnostic>> found, Optional<Integer> version) {
        Set<String> touched =
                new HashSet<>(published.getOrDefault(about, Map.of()).keySet());
        touched.addAll(found.keySet());
        if (found.isEmpty()) {
            published.remove(about);
        } else {
            published.put(about, found);
        }
        for (String uri : touched) {
            List<Diagnostic> all = Optional.ofNullable(published.get(uri))
                    .map(own -> own.get(uri))
                    .or(() -> published.values().stream()
                            .filter(each -> each.containsKey(uri))
                            .map(each -> each.get(uri))
                            .findFirst())
                    .orElse(List.of());
            remote.publishDiagnostics(
                    uri.equals(about) && version.isPresent()
                            ? new PublishDiagnosticsParams(uri, all, version.get())
                            : new PublishDiagnosticsParams(uri, all));
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}

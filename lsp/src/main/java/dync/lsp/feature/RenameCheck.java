package dync.lsp.feature;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.source.Span;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Symbol;
import dync.lsp.analysis.Use;
import dync.lsp.document.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks at the texts as they would be with a new name: each name must still refer to what it refers to now, and nothing
 * may be wrong that is right now.
 */
final class RenameCheck {
    /** A place, in the text as it would be. */
    private record Place(String source, int start) {}

    private record Problem(Code code, Place place) {}

    private final Snapshot snapshot;
    private final NameEdits edits;
    private final BooleanSupplier abandoned;

    RenameCheck(Snapshot snapshot, NameEdits edits, BooleanSupplier abandoned) {
        this.snapshot = snapshot;
        this.edits = edits;
        this.abandoned = abandoned;
    }

    /**
     * What would go wrong in a text; empty where nothing would.
     *
     * @throws java.util.concurrent.CancellationException when nobody waits for it any more
     */
    Optional<String> problem(Document text) {
        Analysis now = text.equals(snapshot.document())
                ? snapshot.analysis()
                : snapshot.workspace().analysis(text).unless(abandoned);
        Analysis then = snapshot.workspace().supposing(text, edits.texts()).unless(abandoned);
        return meaning(now, then).or(() -> mistake(now, then));
    }

    private Optional<String> meaning(Analysis now, Analysis then) {
        Map<Integer, Use> after = new LinkedHashMap<>();
        then.index().uses().forEach(use -> after.put(use.name().span().start(), use));
        for (Use use : now.index().uses()) {
            Span span = use.name().span();
            Optional<Use> moved = Optional.ofNullable(after.remove(edits.moved(span.source(), span.start())));
            if (moved.isEmpty()) {
                return Optional.of("in " + snapshot.words(span) + ", " + span.text() + " would mean nothing any more");
            }
            Optional<Place> meant =
                    use.symbol().map(symbol -> place(symbol.name().span()));
            Optional<Symbol> found = moved.get().symbol();
            if (!meant.equals(found.map(symbol -> there(symbol.name().span())))) {
                return Optional.of(
                        "in " + snapshot.words(span) + ", " + moved.get().name().text() + " would mean "
                                + found.map(symbol -> "the " + symbol.kind().noun() + " of "
                                                + snapshot.words(symbol.name().span()))
                                        .orElse("nothing any more"));
            }
        }
        return after.values().stream()
                .findFirst()
                .map(extra -> "in " + snapshot.words(extra.name().span()) + ", "
                        + extra.name().text() + " would mean something else");
    }

    private Optional<String> mistake(Analysis now, Analysis then) {
        List<Problem> known = new ArrayList<>();
        now.diagnostics()
                .forEach(found -> known.add(
                        new Problem(found.code(), place(found.primary().span()))));
        for (Diagnostic found : then.diagnostics()) {
            Span span = found.primary().span();
            if (!known.remove(new Problem(found.code(), there(span)))) {
                return Optional.of("in " + snapshot.words(span) + ", " + found.message());
            }
        }
        return Optional.empty();
    }

    private Place place(Span now) {
        return new Place(now.source().name(), edits.moved(now.source(), now.start()));
    }

    private static Place there(Span then) {
        return new Place(then.source().name(), then.start());
    }
}

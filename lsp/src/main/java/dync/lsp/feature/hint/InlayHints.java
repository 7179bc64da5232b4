package dync.lsp.feature.hint;

import dync.compiler.source.Span;
import dync.lsp.feature.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;

/** Shapes behind steps, delays in steps, the size of areas and the names of arguments, as far as they are wanted. */
public final class InlayHints {
    private InlayHints() {}

    /** Those whose place lies within a stretch of the text, in no order. */
    public static List<InlayHint> in(Snapshot snapshot, Span place) {
        List<Hint> hints = new ArrayList<>();
        if (snapshot.settings().shapes()) {
            hints.addAll(Shapes.of(snapshot.analysis()));
        }
        if (snapshot.settings().delays()) {
            hints.addAll(DelaySteps.of(snapshot.analysis()));
        }
        if (snapshot.settings().parameters()) {
            hints.addAll(AreaSizes.of(snapshot.analysis()));
            hints.addAll(ArgumentNames.of(snapshot.analysis().index()));
        }
        return hints.stream()
                .filter(hint -> place.touches(hint.offset()))
                .map(hint -> hint.converted(snapshot))
                .toList();
    }
}

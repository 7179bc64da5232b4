package dync.lsp.feature.hint;

import dync.lsp.feature.Snapshot;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * A few words at a place of the text.
 *
 * @param more lines that are shown when the mouse rests on it
 * @param before whether it belongs to what follows, as the name of an argument does
 */
record Hint(int offset, String label, List<String> more, boolean before) {

    /** One that belongs to what stands before it. */
    static Hint behind(int offset, String label, List<String> more) {
        return new Hint(offset, label, more, false);
    }

    InlayHint converted(Snapshot snapshot) {
        InlayHint hint = new InlayHint(snapshot.positions().position(offset), Either.forLeft(label));
        hint.setKind(before ? InlayHintKind.Parameter : InlayHintKind.Type);
        hint.setPaddingLeft(!before);
        hint.setPaddingRight(before);
        if (!more.isEmpty()) {
            hint.setTooltip(String.join("\n", more));
        }
        return hint;
    }
}

package dync.lsp.completion;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItemKind;

/**
 * Something that fits.
 *
 * @param detail what stands beside the label: a type or what it takes
 * @param text what is written
 * @param snippet the same with places to jump to
 * @param about where its documentation is found
 * @param module what has to be imported for it
 */
record Offer(
        String label,
        CompletionItemKind kind,
        Rank rank,
        String detail,
        String text,
        Optional<String> snippet,
        Optional<JsonObject> about,
        Optional<String> module) {

    /** Which come first. */
    enum Rank {
        REQUIRED,
        FITTING,
        LOCAL,
        FILE,
        STATEMENT,
        OPTIONAL,
        LIBRARY,
        FUNCTION,
        WORD,
        FOREIGN
    }

    static Offer of(String word, CompletionItemKind kind, Rank rank, String detail) {
        return new Offer(word, kind, rank, detail, word, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Offer writing(String written) {
        return new Offer(label, kind, rank, detail, written, snippet, about, module);
    }

    Offer snippet(String written) {
        return new Offer(label, kind, rank, detail, text, Optional.of(written), about, module);
    }

    Offer about(JsonObject what) {
        return new Offer(label, kind, rank, detail, text, snippet, Optional.of(what), module);
    }

    Offer from(String imported) {
        return new Offer(label, kind, rank, detail, text, snippet, about, Optional.of(imported));
    }
}

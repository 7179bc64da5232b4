package dync.lsp.completion;

import dync.compiler.ast.Module;
import dync.compiler.source.Span;
import dync.lsp.Ability;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Offers in the protocol's terms. */
final class Items {
    private final Context context;
    private final Range insert;
    private final Range replace;

    Items(Context context) {
        this.context = context;
        Place place = context.place();
        this.insert = context.snapshot().range(new Span(place.source(), place.start(), place.caret()));
        this.replace = context.snapshot().range(new Span(place.source(), place.start(), place.end()));
    }

    CompletionItem item(Offer offer) {
        CompletionItem item = new CompletionItem(offer.label());
        item.setKind(offer.kind());
        if (!offer.detail().isEmpty()) {
            item.setDetail(offer.detail());
        }
        item.setSortText((char) ('a' + offer.rank().ordinal()) + offer.label());
        item.setFilterText(offer.label().replace(" =", ""));
        boolean snippet = context.snapshot().client().can(Ability.SNIPPETS)
                && offer.snippet().filter(text -> !text.equals(offer.text())).isPresent();
        String text = snippet ? offer.snippet().orElseThrow() : offer.text();
        if (snippet) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        if (text.indexOf('\n') >= 0) {
            item.setInsertTextMode(InsertTextMode.AdjustIndentation);
        }
        item.setTextEdit(
                context.snapshot().client().can(Ability.INSERT_REPLACE)
                        ? Either.forRight(new InsertReplaceEdit(text, insert, replace))
                        : Either.forLeft(new TextEdit(insert, text)));
        commit(offer, snippet).ifPresent(character -> item.setCommitCharacters(List.of(character)));
        offer.about().ifPresent(item::setData);
        offer.module().ifPresent(dotted -> item.setAdditionalTextEdits(List.of(imported(dotted))));
        return item;
    }

    /** What follows a name and says that it is meant. */
    private static Optional<String> commit(Offer offer, boolean snippet) {
        return switch (offer.kind()) {
            case Function, Class, Interface -> snippet ? Optional.empty() : Optional.of("(");
            default -> Optional.empty();
        };
    }

    private TextEdit imported(String dotted) {
        List<Module.Import> imports = context.snapshot().index().module().imports();
        int at = imports.isEmpty() ? 0 : imports.get(imports.size() - 1).span().end();
        Range where = context.snapshot().range(new Span(context.snapshot().source(), at, at));
        return new TextEdit(where, imports.isEmpty() ? "import " + dotted + "\n\n" : "\nimport " + dotted);
    }
}

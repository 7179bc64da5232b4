package dync.lsp.feature;

import dync.compiler.ast.Name;
import dync.compiler.source.Source;
import dync.lsp.analysis.Index;
import dync.lsp.analysis.Symbol;
import dync.lsp.document.Abandoned;
import dync.lsp.document.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a symbol is named in one text.
 *
 * @param declared the names that declare it, aliases too
 * @param used the names that refer to it, by place
 */
record Occurrences(Document text, Index index, List<Name> declared, List<Name> used) {

    /**
     * In every text that names it: open ones, and those on disk of which none is read closer that does not hold the word.
     *
     * @throws CancellationException when {@code abandoned} holds
     */
    static List<Occurrences> of(Snapshot snapshot, Symbol symbol, BooleanSupplier abandoned) {
        List<Occurrences> found = new ArrayList<>();
        for (Document text : mentioning(snapshot, symbol, words(symbol), abandoned)) {
            Abandoned.stopIf(abandoned);
            Occurrences here = in(text, index(snapshot, text), symbol);
            if (!here.declared().isEmpty() || !here.used().isEmpty()) {
                found.add(here);
            }
        }
        return found;
    }

    static Occurrences in(Document text, Index index, Symbol symbol) {
        List<Name> declared = index.alternatives(symbol).stream()
                .flatMap(each -> each.names().stream())
                .filter(name -> name.span().source().equals(text.source()))
                .toList();
        return new Occurrences(text, index, declared, index.usesOf(symbol));
    }

    /** The texts that may refer to a symbol and hold one of some words. */
    static List<Document> mentioning(Snapshot snapshot, Symbol symbol, Set<String> words, BooleanSupplier abandoned) {
        Source home = symbol.name().span().source();
        Pattern mention = mention(words);
        List<Document> around = new ArrayList<>(snapshot.workspace().documents().around(home, abandoned));
        if (around.stream().noneMatch(text -> text.source().equals(snapshot.source()))) {
            around.add(snapshot.document());
        }
        return around.stream()
                .filter(text -> text.source().equals(home)
                        || home.isStandard()
                        || text.source().text().contains("import"))
                .filter(text -> mention.matcher(text.source().text()).find())
                .toList();
    }

    /** Finds any of some words; paths attach others to them, as in {@code skip_V1} and {@code conv_2}. */
    static Pattern mention(Set<String> words) {
        return Pattern.compile("(?:\\b|_)(?:"
                + String.join("|", words.stream().map(Pattern::quote).toList()) + ")(?:\\b|_)");
    }

    /** The words that a symbol goes by. */
    private static Set<String> words(Symbol symbol) {
        Set<String> words = new LinkedHashSet<>();
        symbol.names().forEach(name -> words.add(name.text()));
        return words;
    }

    private static Index index(Snapshot snapshot, Document text) {
        return text.equals(snapshot.document())
                ? snapshot.index()
                : snapshot.workspace().analysis(text).index();
    }

    /** All names, by place. */
    List<Name> all() {
        return Stream.concat(declared.stream(), used.stream())
                .sorted(java.util.Comparator.comparingInt(name -> name.span().start()))
                .toList();
    }
}

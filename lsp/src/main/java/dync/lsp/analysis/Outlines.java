package dync.lsp.analysis;

import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What many texts declare that one may want to go to; each is read again when it has changed. Safe for several threads. */
public final class Outlines {
    /**
     * Something that a text declares.
     *
     * @param container the name of what it is declared in
     */
    public record Entry(String name, Symbol.Kind kind, Optional<String> container, Span place) {}

    private record Known(Source source, List<Entry> entries) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public List<Entry> of(Source source) {
        return known.compute(
                        source.name(),
                        (name, last) ->
                                last != null && last.source().equals(source) ? last : new Known(source, read(source)))
                .entries();
    }

    private static List<Entry> read(Source source) {
        return Symbols.of(Parser.parse(source, new Diagnostics())).all().stream()
                .filter(symbol -> isGoal(symbol) && !symbol.text().isEmpty())
                .map(symbol -> new Entry(
                        symbol.text(),
                        symbol.kind(),
                        symbol.within().map(Symbol::text),
                        symbol.name().span()))
                .toList();
    }

    /** Parameters and values are looked for in their own text. */
    private static boolean isGoal(Symbol symbol) {
        return switch (symbol.kind()) {
            case PARAMETER, LET, VARIABLE, ROUND, WEIGHT, PROBE -> false;
            case INPUT -> !symbol.text().equals("input");
            default -> true;
        };
    }
}

package dync.compiler.format;

import dync.grammar.DynParser.ModuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * A part of a body.
 *
 * @param statement what is formatted; empty for text that stays as it is
 */
record Chunk(int start, int end, Optional<ParserRuleContext> statement) {

    /** The chunks of a body in order; those in {@code left} stay as they are. */
    static List<Chunk> of(ParserRuleContext body, String text, Set<ParserRuleContext> left) {
        boolean file = body instanceof ModuleContext;
        List<Chunk> chunks = new ArrayList<>();
        int before = file ? 0 : Bodies.start(body) + 1;
        for (ParserRuleContext statement : Bodies.statements(body)) {
            int start = Bodies.start(statement);
            addForeign(chunks, text, before, start);
            Optional<ParserRuleContext> readable = left.contains(statement) ? Optional.empty() : Optional.of(statement);
            add(chunks, text, new Chunk(start, Bodies.end(statement), readable), false);
            before = chunks.get(chunks.size() - 1).end;
        }
        addForeign(chunks, text, before, file ? text.length() : Bodies.end(body) - 1);
        return chunks;
    }

    /** Whether it is a statement of several lines. */
    boolean takesLines(Doc doc) {
        return statement.isPresent() && Layout.width(doc) > Layout.WIDTH;
    }

    private static void addForeign(List<Chunk> chunks, String text, int from, int to) {
        Gaps.foreign(text, from, to)
                .ifPresent(gap -> add(chunks, text, new Chunk(gap.start(), gap.end(), Optional.empty()), true));
    }

    /** Adds a chunk; what nobody could read is one with what shares its line. */
    private static void add(List<Chunk> chunks, String text, Chunk chunk, boolean foreign) {
        if (!chunks.isEmpty()) {
            Chunk last = chunks.get(chunks.size() - 1);
            boolean sameLine = text.substring(last.end, chunk.start).indexOf('\n') < 0;
            boolean unreadable = foreign || last.statement.isEmpty();
            if (sameLine && unreadable) {
                chunks.set(chunks.size() - 1, new Chunk(last.start, chunk.end, Optional.empty()));
                return;
            }
        }
        chunks.add(chunk);
    }
}

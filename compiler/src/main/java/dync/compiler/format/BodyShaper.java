package dync.compiler.format;

import dync.compiler.format.Doc.Comment;
import dync.compiler.format.Doc.Nest;
import dync.compiler.format.Doc.Padding;
import dync.compiler.format.Doc.Verbatim;
import dync.compiler.format.Remarks.Remark;
import dync.grammar.DynLexer;
import dync.grammar.DynParser.DynamicsStatementContext;
import dync.grammar.DynParser.FieldContext;
import dync.grammar.DynParser.ModelBodyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Statements one after another. A body that the author wrote on one line stays there where it fits, its statements
 * parted by {@code ;}. Elsewhere a statement has a line of its own; plain steps that the author wrote on one line share it.
 */
final class BodyShaper {
    private final Shaper shaper;
    private final String text;
    private final Remarks remarks;
    private final Set<ParserRuleContext> left;
    /** Whether the bodies at hand break together with what is around them. */
    private boolean together;

    BodyShaper(Shaper shaper, String text, Remarks remarks, Set<ParserRuleContext> left) {
        this.shaper = shaper;
        this.text = text;
        this.remarks = remarks;
        this.left = left;
    }

    /** A whole file. */
    Doc file(ParserRuleContext module) {
        List<Chunk> chunks = Chunk.of(module, text, left);
        List<Doc> docs = chunks.stream().map(chunk -> doc(chunk, 0)).toList();
        List<Doc> parts = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < chunks.size(); i++) {
            boolean apart = i > 0
                    && (chunks.get(i - 1).takesLines(docs.get(i - 1))
                            || chunks.get(i).takesLines(docs.get(i)));
            parts.addAll(gap(before, chunks.get(i).start(), i == 0, apart));
            parts.add(docs.get(i));
            before = chunks.get(i).end();
        }
        List<Doc> rest = gap(before, text.length(), chunks.isEmpty(), false);
        parts.addAll(rest.isEmpty() ? rest : rest.subList(0, rest.size() - 1));
        return Doc.of(parts);
    }

    /** The statements of a body in its braces. */
    Doc body(ParserRuleContext body) {
        boolean alone = !together;
        together = false;
        Doc doc = braces(body);
        together = !alone;
        return alone ? Doc.group(doc, hasLines(body)) : doc;
    }

    /** Lets the bodies right inside of a tree all break or none. */
    Doc together(Supplier<Doc> doc, ParserRuleContext tree) {
        boolean nested = together;
        together = true;
        Doc shaped = doc.get();
        together = nested;
        return nested ? shaped : Doc.group(shaped, Bodies.inside(tree).stream().anyMatch(this::hasLines));
    }

    private boolean hasLines(ParserRuleContext body) {
        return remarks.lineBetween(Bodies.start(body), Bodies.end(body));
    }

    private Doc braces(ParserRuleContext body) {
        TerminalNode open = (TerminalNode) body.getChild(0);
        TerminalNode close = (TerminalNode) body.getChild(body.getChildCount() - 1);
        Doc opening = open.accept(shaper);
        shaper.bare(close);
        Doc closing = close.accept(shaper);
        int from = Bodies.end(open);
        int to = Bodies.start(close);
        List<Chunk> chunks = Chunk.of(body, text, left);
        if (chunks.isEmpty() && remarks.between(from, to).isEmpty()) {
            return Doc.of(opening, closing);
        }
        List<Doc> inside = hasLines(body) ? lines(body, chunks, from) : flat(chunks);
        List<Remark> last = remarks.between(
                chunks.isEmpty() ? from : chunks.get(chunks.size() - 1).end(), to);
        if (!last.isEmpty()) {
            List<Doc> rest =
                    gap(chunks.isEmpty() ? from : chunks.get(chunks.size() - 1).end(), to, false, false);
            inside.addAll(rest.subList(0, rest.size() - 1));
        }
        if (inside.get(0) == Doc.BLANK) {
            inside.set(0, Doc.NEWLINE);
        }
        return Doc.of(opening, new Nest(Shaper.INDENT, Doc.of(inside)), Doc.line(" "), closing);
    }

    /** The statements of a body that was written on one line. */
    private List<Doc> flat(List<Chunk> chunks) {
        List<Doc> parts = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            parts.add(Doc.line(i == 0 ? " " : "; "));
            parts.add(doc(chunks.get(i), padding(chunks, chunks.get(i))));
        }
        return parts;
    }

    /** The statements of a body that was written on several lines. */
    private List<Doc> lines(ParserRuleContext body, List<Chunk> chunks, int from) {
        List<Doc> parts = new ArrayList<>();
        int before = from;
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            Doc doc = doc(chunk, padding(chunks, chunk));
            if (shares(body, chunks, chunk)) {
                parts.add(Doc.group(Doc.of(Doc.line("  "), doc), doc.isBroken()));
            } else {
                parts.addAll(gap(before, chunk.start(), false, false));
                parts.add(doc);
            }
            before = chunk.end();
        }
        return parts;
    }

    /** Whether a step stays on the line of the one before it. */
    private boolean shares(ParserRuleContext body, List<Chunk> chunks, Chunk chunk) {
        int at = chunks.indexOf(chunk);
        return at > 0
                && !(body instanceof ModelBodyContext)
                && isSimple(chunk)
                && isSimple(chunks.get(at - 1))
                && !remarks.lineBetween(chunks.get(at - 1).end(), chunk.start());
    }

    private static boolean isSimple(Chunk chunk) {
        return chunk.statement()
                .filter(statement -> Bodies.inside(statement).isEmpty() && !isOpenEnded(statement))
                .isPresent();
    }

    /** Whether a statement ends with an expression, which a step behind it would seem to go on. */
    private static boolean isOpenEnded(ParserRuleContext statement) {
        if (statement instanceof FieldContext || statement instanceof DynamicsStatementContext) {
            return true;
        }
        return switch (Bodies.first(statement).orElseThrow().getType()) {
            case DynLexer.LET,
                    DynLexer.APPLY,
                    DynLexer.REQUIRE,
                    DynLexer.WEIGHT,
                    DynLexer.FN,
                    DynLexer.CONST,
                    DynLexer.SHAPE,
                    DynLexer.CALL -> true;
            default -> false;
        };
    }

    /** How much is missing to the longest field name of a solver. */
    private static int padding(List<Chunk> chunks, Chunk chunk) {
        int longest = chunks.stream()
                .flatMap(other -> other.statement().stream())
                .mapToInt(BodyShaper::fieldName)
                .max()
                .orElse(0);
        return chunk.statement()
                .filter(FieldContext.class::isInstance)
                .map(field -> longest - fieldName(field))
                .orElse(0);
    }

    private static int fieldName(ParserRuleContext statement) {
        return statement instanceof FieldContext field ? field.NAME().getText().length() : 0;
    }

    private Doc doc(Chunk chunk, int padding) {
        if (chunk.statement().isEmpty()) {
            int line = text.lastIndexOf('\n', chunk.start() - 1) + 1;
            return new Verbatim(text.substring(chunk.start(), chunk.end()), chunk.start() - line);
        }
        ParserRuleContext statement = chunk.statement().get();
        shaper.bare(statement);
        if (statement instanceof FieldContext field && padding > 0) {
            return Doc.of(
                    field.NAME().accept(shaper),
                    new Padding(" ".repeat(padding)),
                    field.ASSIGN().accept(shaper),
                    field.expression().accept(shaper));
        }
        boolean around = together;
        together = false;
        Doc doc = statement.accept(shaper);
        together = around;
        return doc;
    }

    /** The comments between two offsets and the line breaks around them. */
    private List<Doc> gap(int from, int to, boolean first, boolean apart) {
        List<Doc> parts = new ArrayList<>();
        List<Remark> found = remarks.between(from, to);
        boolean blank = false;
        int firstBreak = -1;
        boolean begun = !first;
        for (int i = 0; i <= found.size(); i++) {
            if (i == 0 && !found.isEmpty() && found.get(0).trails()) {
                parts.add(new Comment(found.get(0).text()));
                begun = true;
                continue;
            }
            if (begun) {
                boolean here =
                        remarks.blankBefore(i < found.size() ? found.get(i).start() : to);
                firstBreak = firstBreak < 0 ? parts.size() : firstBreak;
                parts.add(here ? Doc.BLANK : Doc.NEWLINE);
                blank |= here;
            }
            if (i < found.size()) {
                parts.add(Doc.text(found.get(i).text()));
                begun = true;
            }
        }
        if (apart && !blank && firstBreak >= 0) {
            parts.set(firstBreak, Doc.BLANK);
        }
        return parts;
    }
}

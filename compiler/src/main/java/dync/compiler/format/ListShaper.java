package dync.compiler.format;

import dync.compiler.format.Doc.Comment;
import dync.compiler.format.Doc.Listing;
import dync.compiler.format.Doc.Nest;
import dync.compiler.format.Remarks.Remark;
import dync.grammar.DynLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * A list in brackets. One that the author began on a line of its own, or that holds a comment, is a block, which keeps
 * together what stood on one line; every other is laid out anew.
 */
final class ListShaper {
    private final Shaper shaper;
    private final String text;
    private final Remarks remarks;

    ListShaper(Shaper shaper, String text, Remarks remarks) {
        this.shaper = shaper;
        this.text = text;
        this.remarks = remarks;
    }

    Doc listing(ParserRuleContext node) {
        int open = bracket(node, DynLexer.LPAREN, DynLexer.LBRACKET);
        int close = bracket(node, DynLexer.RPAREN, DynLexer.RBRACKET);
        if (open < 0 || close < 0) {
            return Doc.of(
                    node.children.stream().map(child -> child.accept(shaper)).toList());
        }
        List<Doc> head = new ArrayList<>();
        for (ParseTree child : node.children.subList(0, open)) {
            head.add(child.accept(shaper));
        }
        List<ParseTree> elements = node.children.subList(open + 1, close).stream()
                .filter(child -> !isComma(child))
                .filter(child -> Bodies.first(child).isPresent())
                .toList();
        head.add(list(node.getChild(open), elements, node.getChild(close)));
        return Doc.of(head);
    }

    private static int bracket(ParserRuleContext node, int round, int square) {
        for (int i = 0; i < node.getChildCount(); i++) {
            if (node.getChild(i) instanceof TerminalNode word
                    && (word.getSymbol().getType() == round || word.getSymbol().getType() == square)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isComma(ParseTree child) {
        return child instanceof TerminalNode word && word.getSymbol().getType() == DynLexer.COMMA;
    }

    private Doc list(ParseTree open, List<ParseTree> elements, ParseTree close) {
        Doc opening = open.accept(shaper);
        int from = Bodies.end(open);
        int to = Bodies.start(close);
        boolean remarked = !remarks.between(from, to).isEmpty();
        if (elements.isEmpty() && !remarked) {
            shaper.bare(close);
            return Doc.of(opening, close.accept(shaper));
        }
        boolean asBlock = remarked || remarks.lineBetween(from, Bodies.start(elements.get(0)));
        List<Doc> docs = new ArrayList<>();
        for (ParseTree element : elements) {
            shaper.bare(element);
            docs.add(element.accept(shaper));
        }
        shaper.bare(close);
        Doc block = block(from, elements, docs, to, asBlock);
        String closing = text.substring(to, to + 1);
        return Doc.of(
                opening, new Listing(docs, closing, asBlock, !closing.equals(")"), Doc.of(block, Doc.text(closing))));
    }

    /** What stands between the brackets where each line of the author's, or each element, has a line of its own. */
    private Doc block(int from, List<ParseTree> elements, List<Doc> docs, int to, boolean keepLines) {
        List<Doc> inside = new ArrayList<>();
        int before = from;
        for (int i = 0; i < docs.size(); i++) {
            int start = Bodies.start(elements.get(i));
            Doc element = Doc.of(docs.get(i), Doc.text(","));
            boolean remarked = remarks(inside, before, start);
            if (i > 0 && keepLines && !remarked && !remarks.lineBetween(before, start)) {
                inside.add(Doc.group(Doc.of(Doc.line(" "), element), docs.get(i).isBroken()));
            } else {
                boolean blank = (i > 0 || remarked) && keepLines && remarks.blankBefore(start);
                inside.add(blank ? Doc.BLANK : Doc.NEWLINE);
                inside.add(element);
            }
            before = Bodies.end(elements.get(i));
        }
        remarks(inside, before, to);
        return Doc.of(new Nest(Shaper.INDENT, Doc.of(inside)), Doc.NEWLINE);
    }

    /** Adds the comments between two offsets; whether there are any. */
    private boolean remarks(List<Doc> parts, int from, int to) {
        List<Remark> found = remarks.between(from, to);
        for (int i = 0; i < found.size(); i++) {
            Remark remark = found.get(i);
            if (i == 0 && remark.trails()) {
                parts.add(new Comment(remark.text()));
            } else {
                boolean first = parts.isEmpty();
                parts.add(!first && remarks.blankBefore(remark.start()) ? Doc.BLANK : Doc.NEWLINE);
                parts.add(Doc.text(remark.text()));
            }
        }
        return !found.isEmpty();
    }
}

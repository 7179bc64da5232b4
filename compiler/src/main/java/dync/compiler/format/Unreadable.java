package dync.compiler.format;

import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.parse.Concrete;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import dync.grammar.DynParser.ModuleContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Finds the statements that syntax errors are about: the smallest ones, so that everything around them is formatted. */
final class Unreadable {
    private final Set<ParserRuleContext> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final String text;

    private Unreadable(String text) {
        this.text = text;
    }

    /** Statements of {@code module}, at any depth, which must be left as they are. */
    static Set<ParserRuleContext> statements(String text, ModuleContext module, List<Diagnostic> errors) {
        Unreadable unreadable = new Unreadable(text);
        Bodies.statements(module).forEach(unreadable::search);
        for (Diagnostic error : errors) {
            for (Span span : places(error)) {
                unreadable.mark(module, span);
            }
        }
        return unreadable.found;
    }

    private static List<Span> places(Diagnostic error) {
        List<Span> places = new ArrayList<>(List.of(error.primary().span()));
        error.labels().forEach(label -> places.add(label.span()));
        error.helps().forEach(help -> help.edit().ifPresent(edit -> places.add(edit.span())));
        return places;
    }

    /** Marks the smallest statements of a body that a span touches; whether there are any. */
    private boolean mark(ParserRuleContext body, Span span) {
        boolean any = false;
        for (ParserRuleContext statement : Bodies.statements(body)) {
            if (span.start() <= Bodies.end(statement) && span.end() >= Bodies.start(statement)) {
                any = true;
                if (Bodies.inside(statement).stream()
                        .noneMatch(inner -> isWithin(inner, span) && hasLines(inner) && mark(inner, span))) {
                    found.add(statement);
                }
            }
        }
        return any;
    }

    private static boolean isWithin(ParserRuleContext body, Span span) {
        return Bodies.first(body).isPresent() && span.start() > Bodies.start(body) && span.end() < Bodies.end(body);
    }

    /** A body on one line is left as it is as a whole. */
    private boolean hasLines(ParserRuleContext body) {
        return text.substring(Bodies.start(body), Bodies.end(body)).indexOf('\n') >= 0;
    }

    /** Marks a statement where recovery left its traces outside of the statements inside. */
    private void search(ParserRuleContext statement) {
        if (isSpoiled(statement)) {
            found.add(statement);
        }
        Bodies.inside(statement).forEach(body -> Bodies.statements(body).forEach(this::search));
    }

    private boolean isSpoiled(ParseTree tree) {
        if (tree instanceof TerminalNode node) {
            Token word = node.getSymbol();
            return node instanceof ErrorNode
                    || !Concrete.isWritten(word) && word.getType() != DynLexer.EOF && word.getType() != DynLexer.SEMI;
        }
        if (((ParserRuleContext) tree).exception != null) {
            return true;
        }
        boolean body = Bodies.isBody(tree);
        int before = -1;
        for (int i = 0; i < tree.getChildCount(); i++) {
            ParseTree child = tree.getChild(i);
            boolean statement = body && child instanceof ParserRuleContext;
            if (!statement && isSpoiled(child)) {
                return true;
            }
            if (body && Bodies.first(child).isPresent()) {
                boolean edge = before >= 0 && (i == tree.getChildCount() - 1 || before == Bodies.end(tree.getChild(0)));
                if (edge && isForeign(before, Bodies.start(child))) {
                    return true;
                }
                before = Bodies.end(child);
            }
        }
        return false;
    }

    private boolean isForeign(int from, int to) {
        return Gaps.foreign(text, from, to).isPresent();
    }
}

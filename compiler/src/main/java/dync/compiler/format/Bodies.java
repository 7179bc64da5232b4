package dync.compiler.format;

import dync.compiler.parse.Concrete;
import dync.grammar.DynLexer;
import dync.grammar.DynParser.DynamicsBodyContext;
import dync.grammar.DynParser.ModelBodyContext;
import dync.grammar.DynParser.ModuleContext;
import dync.grammar.DynParser.PrimitiveBodyContext;
import dync.grammar.DynParser.SolverBodyContext;
import dync.grammar.DynParser.StepBodyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Where statements stand in a parse tree, and which text things in it cover. */
final class Bodies {
    private Bodies() {}

    static boolean isBody(ParseTree tree) {
        return tree instanceof ModuleContext
                || tree instanceof ModelBodyContext
                || tree instanceof StepBodyContext
                || tree instanceof DynamicsBodyContext
                || tree instanceof SolverBodyContext
                || tree instanceof PrimitiveBodyContext;
    }

    /** The statements of a body that stand in the text. */
    static List<ParserRuleContext> statements(ParserRuleContext body) {
        List<ParserRuleContext> statements = new ArrayList<>();
        for (int i = 0; i < body.getChildCount(); i++) {
            if (body.getChild(i) instanceof ParserRuleContext statement
                    && first(statement).isPresent()) {
                statements.add(statement);
            }
        }
        return statements;
    }

    /** The bodies right inside of a statement. */
    static List<ParserRuleContext> inside(ParserRuleContext statement) {
        List<ParserRuleContext> bodies = new ArrayList<>();
        for (int i = 0; i < statement.getChildCount(); i++) {
            if (statement.getChild(i) instanceof ParserRuleContext child) {
                if (isBody(child)) {
                    bodies.add(child);
                } else {
                    bodies.addAll(inside(child));
                }
            }
        }
        return bodies;
    }

    /** The words of a tree that stand in the text, in order. */
    static List<TerminalNode> words(ParseTree tree) {
        List<TerminalNode> words = new ArrayList<>();
        collect(tree, words);
        return words;
    }

    private static void collect(ParseTree tree, List<TerminalNode> words) {
        if (tree instanceof TerminalNode node) {
            if (isWord(node.getSymbol())) {
                words.add(node);
            }
            return;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            collect(tree.getChild(i), words);
        }
    }

    static boolean isWord(Token token) {
        return token.getType() != DynLexer.EOF && Concrete.isWritten(token);
    }

    static Optional<Token> first(ParseTree tree) {
        if (tree instanceof TerminalNode node) {
            return isWord(node.getSymbol()) ? Optional.of(node.getSymbol()) : Optional.empty();
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            Optional<Token> found = first(tree.getChild(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Optional<Token> last(ParseTree tree) {
        if (tree instanceof TerminalNode node) {
            return isWord(node.getSymbol()) ? Optional.of(node.getSymbol()) : Optional.empty();
        }
        for (int i = tree.getChildCount() - 1; i >= 0; i--) {
            Optional<Token> found = last(tree.getChild(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The offset of the first character of something that stands in the text. */
    static int start(ParseTree tree) {
        return first(tree).orElseThrow().getStartIndex();
    }

    /** The offset behind its last character. */
    static int end(ParseTree tree) {
        return last(tree).orElseThrow().getStopIndex() + 1;
    }
}

package dync.compiler.parse;

import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import dync.grammar.DynParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The words of a text and the parts that they play, for those who paint or explain them. Commas and points play none. */
public final class Tokens {
    private final List<Token> tokens = new ArrayList<>();

    private Tokens() {}

    /** All words and comments, in the order of the text. Whatever is wrong with it is told elsewhere. */
    public static List<Token> of(Source source) {
        Tokens read = new Tokens();
        Concrete concrete = Parser.concrete(source, new Diagnostics());
        read.walk(concrete.tree());
        for (Span comment : concrete.comments()) {
            String text = comment.text();
            boolean doc = text.startsWith("///") && !text.startsWith("////");
            read.tokens.add(new Token(comment, doc ? Token.Kind.DOC : Token.Kind.COMMENT));
        }
        read.tokens.sort(Comparator.comparing(token -> token.span().start()));
        return List.copyOf(read.tokens);
    }

    private void walk(ParseTree tree) {
        if (tree instanceof TerminalNode leaf) {
            if (leaf.getSymbol() instanceof Word word && !word.isInvisible()) {
                kind(leaf, word).ifPresent(kind -> tokens.add(new Token(word.span(), kind)));
            }
            return;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            walk(tree.getChild(i));
        }
    }

    private static Optional<Token.Kind> kind(TerminalNode leaf, Word word) {
        int type = word.getType();
        if (leaf.getParent() instanceof DynParser.NameContext name) {
            return Optional.of(named(name));
        }
        if (leaf.getParent() instanceof DynParser.FieldContext && type == DynLexer.NAME) {
            return Optional.of(Token.Kind.FIELD);
        }
        return switch (type) {
            case DynLexer.NAME -> Optional.of(Token.Kind.NAME);
            case DynLexer.NUMBER -> Optional.of(Token.Kind.NUMBER);
            case DynLexer.UNIT -> Optional.of(Token.Kind.UNIT);
            case DynLexer.STRING -> Optional.of(Token.Kind.STRING);
            case DynLexer.LPAREN, DynLexer.LBRACKET, DynLexer.LBRACE -> Optional.of(Token.Kind.OPEN);
            case DynLexer.RPAREN, DynLexer.RBRACKET, DynLexer.RBRACE -> Optional.of(Token.Kind.CLOSE);
            case DynLexer.AT -> Optional.of(Token.Kind.ANNOTATION);
            default ->
                Vocabulary.isKeyword(type)
                        ? Optional.of(keyword(leaf))
                        : isOperator(type) ? Optional.of(Token.Kind.OPERATOR) : Optional.empty();
        };
    }

    /** Where nothing could be read, a keyword that does not stand alone may have been meant as a name. */
    private static Token.Kind keyword(TerminalNode leaf) {
        return leaf instanceof ErrorNode
                        && !((Word) leaf.getSymbol()).isFirstOfLine()
                        && !Vocabulary.isReserved(leaf.getSymbol().getType())
                ? Token.Kind.NAME
                : Token.Kind.KEYWORD;
    }

    private static Token.Kind named(DynParser.NameContext name) {
        ParserRuleContext role = name.getParent();
        if (role instanceof DynParser.TypeRefContext) {
            return Token.Kind.TYPE;
        }
        if (role instanceof DynParser.ArgumentNameContext) {
            return Token.Kind.ARGUMENT;
        }
        if (role instanceof DynParser.MemberRefContext) {
            return Token.Kind.FIELD;
        }
        if (role instanceof DynParser.ImportDeclarationContext) {
            return Token.Kind.MODULE;
        }
        if (role instanceof DynParser.AnnotationContext annotation) {
            return annotation.name(0) == name ? Token.Kind.ANNOTATION : Token.Kind.ARGUMENT;
        }
        // `from concat(A, B)` is a form, though the grammar reads a name there
        return role instanceof DynParser.AreaRefContext
                        && role.getParent() instanceof DynParser.SourceTermContext term
                        && term.LPAREN() != null
                ? Token.Kind.KEYWORD
                : Token.Kind.NAME;
    }

    private static boolean isOperator(int type) {
        return switch (type) {
            case DynLexer.ASSIGN, DynLexer.ARROW, DynLexer.PIPE, DynLexer.RANGE, DynLexer.PRIME, DynLexer.QUESTION ->
                true;
            default -> type >= DynLexer.EQUAL && type <= DynLexer.POWER;
        };
    }
}

package dync.compiler.format;

import dync.compiler.ast.AstPrinter;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import dync.grammar.DynLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * All of a text that formatting must keep.
 *
 * @param words without separators and without commas behind the last element
 * @param comments as they are written, without spaces at their ends
 * @param tree the syntax tree
 * @param mistakes the codes and messages of its syntax errors
 */
record Meaning(List<String> words, List<String> comments, String tree, List<String> mistakes) {

    static Meaning of(String text) {
        DynLexer lexer = new DynLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        List<String> words = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (Token token : lexer.getAllTokens()) {
            switch (token.getType()) {
                case DynLexer.SPACE, DynLexer.SEMI -> {}
                case DynLexer.DOC, DynLexer.COMMENT -> comments.add(Remarks.canonical(token.getText()));
                case DynLexer.RPAREN, DynLexer.RBRACKET -> {
                    if (!words.isEmpty() && words.get(words.size() - 1).equals(",")) {
                        words.remove(words.size() - 1);
                    }
                    words.add(token.getText());
                }
                default -> words.add(token.getText());
            }
        }
        Diagnostics diagnostics = new Diagnostics();
        String tree = AstPrinter.print(Parser.parse(new Source("", text), diagnostics));
        List<String> mistakes =
                diagnostics.all().stream().map(Diagnostic::message).sorted().toList();
        return new Meaning(words, comments, tree, mistakes);
    }
}

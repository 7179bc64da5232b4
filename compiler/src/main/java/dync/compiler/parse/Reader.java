package dync.compiler.parse;

import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What every builder needs: spans, names and doc comments of what was parsed. */
record Reader(Source source, Map<Integer, String> docs, Diagnostics diagnostics) {

    Span span(ParserRuleContext context) {
        Word first = (Word) context.getStart();
        Word last = context.getStop() == null ? first : (Word) context.getStop();
        return new Span(source, first.start(), Math.max(first.start(), last.end()));
    }

    Span span(Token token) {
        return ((Word) token).span();
    }

    Name name(ParserRuleContext context) {
        return name(context.getStart());
    }

    Name name(TerminalNode node) {
        return name(node.getSymbol());
    }

    private Name name(Token token) {
        return new Name(span(token), token.getText());
    }

    List<Name> names(List<? extends ParserRuleContext> contexts) {
        return contexts.stream().map(this::name).toList();
    }

    Optional<String> doc(ParserRuleContext context) {
        return Optional.ofNullable(docs.get(((Word) context.getStart()).start()));
    }

    /** Whether the parser could not finish it; the mistake has been reported. */
    static boolean isBroken(ParserRuleContext context) {
        return context == null || context.exception != null;
    }

    void error(Code code, Span span, String message, String help) {
        diagnostics.report(Diagnostic.error(code, span, message).help(help));
    }
}

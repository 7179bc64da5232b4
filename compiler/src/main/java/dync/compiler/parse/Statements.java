package dync.compiler.parse;

import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** The statements of a body in their order; what was skipped between them becomes one error node a stretch. */
final class Statements {
    private Statements() {}

    static <T> List<T> of(
            Reader reader,
            ParserRuleContext body,
            Class<? extends ParserRuleContext> kind,
            Function<ParserRuleContext, T> statement,
            Function<Span, T> error) {
        List<T> statements = new ArrayList<>();
        Span skipped = null;
        for (int i = 0; i < body.getChildCount(); i++) {
            ParseTree child = body.getChild(i);
            if (child instanceof ErrorNode node) {
                Span span = reader.span(node.getSymbol());
                skipped = skipped == null ? span : skipped.to(span);
                continue;
            }
            if (skipped != null) {
                statements.add(error.apply(skipped));
                skipped = null;
            }
            if (kind.isInstance(child)) {
                statements.add(statement.apply((ParserRuleContext) child));
            }
        }
        if (skipped != null) {
            statements.add(error.apply(skipped));
        }
        return statements;
    }
}

package dync.lsp.feature;

import dync.compiler.ast.Module;
import dync.compiler.parse.Token;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/** What can be folded away: what stands in brackets on several lines, comments, imports. */
public final class Folding {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final Snapshot snapshot;
    private final List<FoldingRange> ranges = new ArrayList<>();

    private Folding(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public static List<FoldingRange> of(Snapshot snapshot) {
        Folding folding = new Folding(snapshot);
        folding.brackets();
        folding.comments();
        folding.imports();
        return folding.ranges;
    }

    private void brackets() {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : snapshot.analysis().tokens()) {
            if (token.kind() == Token.Kind.OPEN) {
                open.push(token);
            } else if (token.kind() == Token.Kind.CLOSE && open.stream().anyMatch(other -> isPair(other, token))) {
                // one that is never closed is left open
                while (!isPair(open.element(), token)) {
                    open.pop();
                }
                // the line that closes stays to be seen
                add(open.pop().span().line(), token.span().line() - 1, FoldingRangeKind.Region);
            }
        }
    }

    private static boolean isPair(Token open, Token close) {
        return OPENING.indexOf(open.text()) == CLOSING.indexOf(close.text());
    }

    private void comments() {
        Source source = snapshot.source();
        int first = 0;
        int last = -1;
        for (Token token : snapshot.analysis().tokens()) {
            boolean isComment = token.kind() == Token.Kind.COMMENT || token.kind() == Token.Kind.DOC;
            int line = token.span().line();
            boolean isAlone = isComment
                    && source.text()
                            .substring(source.start(line), token.span().start())
                            .isBlank();
            if (isAlone) {
                if (line != last + 1) {
                    add(first, last, FoldingRangeKind.Comment);
                    first = line;
                }
                last = line;
            }
        }
        add(first, last, FoldingRangeKind.Comment);
    }

    private void imports() {
        List<Span> imports = snapshot.index().module().imports().stream()
                .map(Module.Import::span)
                .toList();
        if (!imports.isEmpty()) {
            add(imports.get(0).line(), imports.get(imports.size() - 1).line(), FoldingRangeKind.Imports);
        }
    }

    /** Lines count from 1 here. */
    private void add(int first, int last, String kind) {
        if (last > first) {
            FoldingRange range = new FoldingRange(first - 1, last - 1);
            range.setKind(kind);
            ranges.add(range);
        }
    }
}

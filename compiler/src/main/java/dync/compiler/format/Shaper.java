package dync.compiler.format;

import dync.compiler.format.Remarks.Remark;
import dync.grammar.DynLexer;
import dync.grammar.DynParser.AnnotationContext;
import dync.grammar.DynParser.AreaContext;
import dync.grammar.DynParser.ArgumentsContext;
import dync.grammar.DynParser.CallRuleContext;
import dync.grammar.DynParser.ChoiceContext;
import dync.grammar.DynParser.DynamicsBodyContext;
import dync.grammar.DynParser.EvolveContext;
import dync.grammar.DynParser.ExpressionContext;
import dync.grammar.DynParser.FromContext;
import dync.grammar.DynParser.FunctionContext;
import dync.grammar.DynParser.IfItemContext;
import dync.grammar.DynParser.IfStepContext;
import dync.grammar.DynParser.ListContext;
import dync.grammar.DynParser.MergeContext;
import dync.grammar.DynParser.ModelBodyContext;
import dync.grammar.DynParser.ParametersContext;
import dync.grammar.DynParser.PrimitiveBodyContext;
import dync.grammar.DynParser.ReadoutContext;
import dync.grammar.DynParser.RequireContext;
import dync.grammar.DynParser.SolverBodyContext;
import dync.grammar.DynParser.SourceTermContext;
import dync.grammar.DynParser.StepBodyContext;
import dync.grammar.DynParser.ThenContext;
import dync.grammar.DynParser.ThenItemContext;
import dync.grammar.DynParser.WeightContext;
import dync.grammar.DynParserBaseVisitor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Says of every construct where its lines may break. */
final class Shaper extends DynParserBaseVisitor<Doc> {
    static final int INDENT = 4;

    private final String text;
    private final Remarks remarks;
    private final Map<Token, TerminalNode> nodes = new IdentityHashMap<>();
    private final Map<Token, TerminalNode> previous = new IdentityHashMap<>();
    /** The words before which a caller has put what belongs there. */
    private final Map<Token, Boolean> led = new IdentityHashMap<>();

    private final BodyShaper bodies;

    Shaper(String text, Remarks remarks, ParserRuleContext module, Set<ParserRuleContext> left) {
        this.text = text;
        this.remarks = remarks;
        this.bodies = new BodyShaper(this, text, remarks, left);
        TerminalNode before = null;
        for (TerminalNode word : Bodies.words(module)) {
            nodes.put(word.getSymbol(), word);
            if (before != null) {
                previous.put(word.getSymbol(), before);
            }
            before = word;
        }
    }

    Doc module(ParserRuleContext module) {
        return bodies.file(module);
    }

    // ---- words

    @Override
    public Doc visitChildren(RuleNode node) {
        List<Doc> parts = new ArrayList<>();
        for (int i = 0; i < node.getChildCount(); i++) {
            parts.add(node.getChild(i).accept(this));
        }
        return Doc.of(parts);
    }

    @Override
    public Doc visitErrorNode(ErrorNode node) {
        return visitTerminal(node);
    }

    @Override
    public Doc visitTerminal(TerminalNode node) {
        Token word = node.getSymbol();
        if (!Bodies.isWord(word)) {
            return Doc.EMPTY;
        }
        Doc text = Doc.text(this.text.substring(word.getStartIndex(), word.getStopIndex() + 1));
        if (led.containsKey(word) || !previous.containsKey(word)) {
            return text;
        }
        return Doc.of(lead(node, Doc.text(Spacing.between(previous.get(word), node))), text);
    }

    /** What stands before the first word of a tree: the comments there, or {@code gap}. The word itself comes bare. */
    Doc lead(ParseTree tree, Doc gap) {
        Token word = Bodies.first(tree).orElseThrow();
        led.put(word, true);
        List<Remark> found = before(word);
        if (found.isEmpty()) {
            return gap;
        }
        List<Doc> parts = new ArrayList<>();
        for (Remark remark : found) {
            if (remark.trails() && parts.isEmpty()) {
                parts.add(new Doc.Comment(remark.text()));
            } else {
                parts.add(Doc.NEWLINE);
                parts.add(Doc.text(remark.text()));
            }
        }
        parts.add(Doc.NEWLINE);
        return new Doc.Nest(INDENT, Doc.of(parts));
    }

    /** The same where the caller prints the comments. */
    void bare(ParseTree tree) {
        Bodies.first(tree).ifPresent(word -> led.put(word, true));
    }

    private List<Remark> before(Token word) {
        TerminalNode last = previous.get(word);
        return remarks.between(last == null ? 0 : last.getSymbol().getStopIndex() + 1, word.getStartIndex());
    }

    /** A tree with a place before it where the line may break. */
    private Doc after(Doc gap, ParseTree tree) {
        Doc lead = lead(tree, gap);
        return Doc.of(lead, tree.accept(this));
    }

    // ---- lists

    @Override
    public Doc visitParameters(ParametersContext node) {
        return listing(node);
    }

    @Override
    public Doc visitArguments(ArgumentsContext node) {
        return listing(node);
    }

    @Override
    public Doc visitAnnotation(AnnotationContext node) {
        return listing(node);
    }

    @Override
    public Doc visitCallRule(CallRuleContext node) {
        return listing(node);
    }

    @Override
    public Doc visitMerge(MergeContext node) {
        return listing(node);
    }

    @Override
    public Doc visitSourceTerm(SourceTermContext node) {
        return node.LPAREN() == null ? visitChildren(node) : listing(node);
    }

    @Override
    public Doc visitList(ListContext node) {
        return listing(node);
    }

    private Doc listing(ParserRuleContext node) {
        return new ListShaper(this, text, remarks).listing(node);
    }

    // ---- bodies

    @Override
    public Doc visitModelBody(ModelBodyContext node) {
        return bodies.body(node);
    }

    @Override
    public Doc visitStepBody(StepBodyContext node) {
        return bodies.body(node);
    }

    @Override
    public Doc visitDynamicsBody(DynamicsBodyContext node) {
        return bodies.body(node);
    }

    @Override
    public Doc visitSolverBody(SolverBodyContext node) {
        return bodies.body(node);
    }

    @Override
    public Doc visitPrimitiveBody(PrimitiveBodyContext node) {
        return bodies.body(node);
    }

    /** Both branches break or none does. */
    @Override
    public Doc visitIfItem(IfItemContext node) {
        return bodies.together(() -> visitChildren(node), node);
    }

    @Override
    public Doc visitIfStep(IfStepContext node) {
        return bodies.together(() -> visitChildren(node), node);
    }

    // ---- statements

    @Override
    public Doc visitArea(AreaContext node) {
        return clauses(node, "  ");
    }

    @Override
    public Doc visitThenItem(ThenItemContext node) {
        return clauses(node, " ");
    }

    @Override
    public Doc visitReadout(ReadoutContext node) {
        return clauses(node, " ");
    }

    /** Breaks before each {@code from} and {@code then} of a run, or before none. */
    private Doc clauses(ParserRuleContext node, String beforeThen) {
        List<Doc> parts = new ArrayList<>();
        List<Doc> run = new ArrayList<>();
        for (ParseTree child : node.children) {
            if (child instanceof FromContext) {
                run.add(after(Doc.line(" "), child));
            } else if (child instanceof ThenContext) {
                run.add(after(Doc.line(beforeThen), child));
            } else {
                flush(run, parts);
                parts.add(child.accept(this));
            }
        }
        flush(run, parts);
        return Doc.of(parts);
    }

    private static void flush(List<Doc> run, List<Doc> parts) {
        if (!run.isEmpty()) {
            parts.add(Doc.group(new Doc.Nest(INDENT, Doc.of(run))));
            run.clear();
        }
    }

    /** A body that does not fit behind the head goes on a line of its own. */
    @Override
    public Doc visitFunction(FunctionContext node) {
        List<Doc> head = new ArrayList<>();
        for (ParseTree child : node.children.subList(0, node.getChildCount() - 1)) {
            head.add(child.accept(this));
        }
        Doc body = after(Doc.line(" "), node.expression());
        return Doc.of(Doc.of(head), Doc.group(new Doc.Nest(INDENT, body)));
    }

    @Override
    public Doc visitEvolve(EvolveContext node) {
        return breaking(node, DynLexer.USING, true);
    }

    @Override
    public Doc visitRequire(RequireContext node) {
        return breaking(node, DynLexer.COMMA, false);
    }

    @Override
    public Doc visitWeight(WeightContext node) {
        return breaking(node, DynLexer.COMMA, false);
    }

    /** Breaks before, or behind, each word of a kind. */
    private Doc breaking(ParserRuleContext node, int kind, boolean before) {
        List<Doc> parts = new ArrayList<>();
        boolean behind = false;
        for (ParseTree child : node.children) {
            boolean here =
                    child instanceof TerminalNode word && word.getSymbol().getType() == kind;
            parts.add((before ? here : behind) ? after(Doc.line(" "), child) : child.accept(this));
            behind = here;
        }
        return Doc.group(new Doc.Nest(INDENT, Doc.of(parts)));
    }

    // ---- expressions

    @Override
    public Doc visitExpression(ExpressionContext node) {
        return node.choice() != null ? node.choice().accept(this) : new ChainShaper(this).chain(node.children);
    }

    @Override
    public Doc visitChoice(ChoiceContext node) {
        return aligned(node, () -> Doc.group(branches(node)));
    }

    /** Breaks before each {@code else} of a chain first. */
    private Doc branches(ChoiceContext node) {
        List<Doc> parts = new ArrayList<>();
        ChoiceContext choice = node;
        while (choice != null) {
            parts.add(Doc.group(Doc.of(
                    choice.IF().accept(this),
                    choice.expression(0).accept(this),
                    after(Doc.line(" "), choice.THEN()),
                    choice.expression(1).accept(this))));
            parts.add(after(Doc.line(" "), choice.ELSE()));
            ExpressionContext otherwise = choice.expression(2);
            choice = otherwise.choice();
            if (choice == null) {
                parts.add(otherwise.accept(this));
            }
        }
        return Doc.of(parts);
    }

    /** Lets later lines begin below the first word of a tree. */
    Doc aligned(ParseTree tree, Supplier<Doc> content) {
        Token word = Bodies.first(tree).orElseThrow();
        if (led.containsKey(word) || !previous.containsKey(word)) {
            return new Doc.Align(content.get());
        }
        Doc gap = Doc.text(Spacing.between(previous.get(word), nodes.get(word)));
        Doc before = lead(tree, gap);
        return Doc.of(before, new Doc.Align(content.get()));
    }
}

package dync.lsp.feature.hover;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.parse.Token;
import dync.compiler.source.Span;
import dync.compiler.value.Scope;
import dync.compiler.value.Wanted;
import dync.lsp.Ability;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Place;
import dync.lsp.analysis.Symbol;
import dync.lsp.analysis.Use;
import dync.lsp.feature.Snapshot;
import dync.lsp.words.Entry;
import dync.lsp.words.Entry.Section;
import dync.lsp.words.Glossary;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;

/** What is known of the word at a place: of a name, a step, a delay, a keyword, a unit. */
public final class Hovers {
    private final Analysis analysis;
    private final Token token;
    private final List<Ast> around;
    private final Page page;

    private Hovers(Analysis analysis, Token token, Page page) {
        this.analysis = analysis;
        this.token = token;
        this.around = Tree.path(analysis.index().module(), token.span().start());
        this.page = page;
    }

    /** Empty where nothing is known, as between words. */
    public static Optional<Hover> of(Snapshot snapshot, int offset) {
        return token(snapshot.analysis().tokens(), offset).flatMap(token -> {
            Page page = new Page(snapshot.client().can(Ability.MARKDOWN));
            Span shown = new Hovers(snapshot.analysis(), token, page).tell();
            return page.isEmpty() ? Optional.empty() : Optional.of(new Hover(page.content(), snapshot.range(shown)));
        });
    }

    /** The word around an offset, rather than the one that ends there. */
    private static Optional<Token> token(List<Token> tokens, int offset) {
        return tokens.stream()
                .filter(token -> token.kind() != Token.Kind.OPEN && token.kind() != Token.Kind.CLOSE)
                .filter(token -> token.span().touches(offset))
                .reduce((first, second) -> second);
    }

    /** @return what it is about */
    private Span tell() {
        switch (token.kind()) {
            case KEYWORD -> keyword();
            case NAME, MODULE -> name();
            case ARGUMENT -> argument();
            case TYPE -> word(Section.TYPES);
            case FIELD -> word(Section.SIZES);
            case ANNOTATION ->
                Glossary.page().find("@alias", Section.STATEMENTS).ifPresent(this::entry);
            case NUMBER, UNIT -> {
                return number();
            }
            default -> {
                // texts, operators and comments speak for themselves
            }
        }
        return token.span();
    }

    private void keyword() {
        Optional<Step> step = step();
        boolean receives = step.filter(Step.Receive.class::isInstance).isPresent();
        Glossary.page()
                .find(receives ? "receive" : token.text(), Section.STATEMENTS, Section.DECLARATIONS)
                .or(() -> Glossary.page().find(token.text(), Section.DECLARATIONS))
                .ifPresent(this::entry);
        step.filter(each -> receives || isHead(each)).ifPresent(each -> Effects.tell(page, analysis, each));
        unnamed().ifPresent(place -> AreaFacts.tell(page, analysis, place));
    }

    private void name() {
        Optional<Symbol> symbol = analysis.index().symbolAt(token.span().start());
        Optional<Place> place = symbol.isEmpty() ? unnamed() : Optional.empty();
        if (symbol.isPresent()) {
            SymbolFacts.tell(page, analysis, symbol.get());
        } else if (place.isPresent()) {
            AreaFacts.tell(page, analysis, place.get());
        } else {
            word(sections());
            flow();
        }
        step().filter(this::isHead).ifPresent(step -> Effects.tell(page, analysis, step));
        Times.tell(page, analysis, around);
    }

    /** Where several meanings are possible, what has been looked up says which is meant. */
    private Section[] sections() {
        boolean flows = around.stream().anyMatch(Declaration.Dynamics.class::isInstance)
                || use().flatMap(use -> use.lookup().found())
                        .filter(found -> found.role() == Scope.Role.BUILTIN)
                        .isPresent();
        return flows
                ? new Section[] {Section.FLOWS, Section.FUNCTIONS, Section.VALUES}
                : new Section[] {Section.VALUES, Section.FUNCTIONS, Section.FLOWS};
    }

    /** The shape of {@code it}, the flow that the step around it is given. */
    private void flow() {
        if (token.text().equals("it")) {
            step().ifPresent(step -> Effects.given(page, analysis, step));
        }
    }

    private void argument() {
        Optional<Symbol> symbol = use().flatMap(Use::symbol);
        if (symbol.isPresent()) {
            SymbolFacts.tell(page, analysis, symbol.get());
            // a parameter of another text does not say whose it is
            if (symbol.get().within().isEmpty()
                    && use().orElseThrow().lookup().wanted() instanceof Wanted.ArgumentName argument) {
                page.text("parameter of `" + argument.what() + "`");
            }
            return;
        }
        Optional<Parameter> alias = around.stream()
                .filter(Parameter.class::isInstance)
                .map(Parameter.class::cast)
                .findFirst();
        alias.flatMap(parameter ->
                        analysis.index().symbols().at(parameter.name().span()))
                .ifPresent(parameter -> SymbolFacts.tell(page, analysis, parameter));
    }

    private Span number() {
        Optional<Expression.Quantity> quantity = around.stream()
                .filter(Expression.Quantity.class::isInstance)
                .map(Expression.Quantity.class::cast)
                .reduce((outer, inner) -> inner);
        quantity.ifPresent(each -> {
            page.code(each.span().text());
            Glossary.page().find(each.unit().text(), Section.UNITS).ifPresent(unit -> page.text(unit.text()));
        });
        Times.tell(page, analysis, around);
        passed();
        return quantity.map(Expression.Quantity::span).orElse(token.span());
    }

    /** Which parameter a number goes to that stands there without a name. */
    private void passed() {
        around.stream()
                .filter(Argument.class::isInstance)
                .map(Argument.class::cast)
                .filter(argument -> argument.name().isEmpty()
                        && argument.span().start() == token.span().start())
                .reduce((outer, inner) -> inner)
                .flatMap(analysis.index()::parameterOf)
                .ifPresent(parameter -> page.code(parameter.span().text()));
    }

    private void word(Section... sections) {
        Glossary.page().find(token.text(), sections).ifPresent(this::entry);
    }

    private void entry(Entry entry) {
        page.code(String.join("\n", entry.forms())).text(entry.text());
    }

    private Optional<Use> use() {
        return analysis.index().useAt(token.span().start());
    }

    /** The innermost step around the word. */
    private Optional<Step> step() {
        return around.stream()
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .reduce((outer, inner) -> inner);
    }

    private boolean isHead(Step step) {
        return step.span().start() == token.span().start();
    }

    /** The input without a name, where it is declared or where something is driven by it. */
    private Optional<Place> unnamed() {
        boolean isSource = use().filter(use -> use.lookup().wanted() instanceof Wanted.Area)
                .isPresent();
        return around.stream()
                .filter(Declaration.Model.class::isInstance)
                .flatMap(model -> Place.of((Declaration.Model) model).stream())
                .filter(place -> isSource
                        ? place.name().equals(token.text())
                        : place.selection().equals(token.span()))
                .findFirst();
    }
}

package dync.lsp.feature.token;

import dync.compiler.evaluate.Functions;
import dync.compiler.parse.Token;
import dync.compiler.value.Scope;
import dync.compiler.value.Wanted;
import dync.lsp.analysis.Index;
import dync.lsp.analysis.Symbol;
import dync.lsp.analysis.Use;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides how a word is painted, by what it stands for. */
final class Painter {
    private final Map<Integer, Symbol> declared = new HashMap<>();
    private final Map<Integer, Use> uses = new HashMap<>();

    Painter(Index index) {
        index.symbols()
                .all()
                .forEach(symbol -> declared.put(symbol.name().span().start(), symbol));
        index.uses().forEach(use -> uses.put(use.name().span().start(), use));
    }

    /** Empty for brackets, and for names that stand for nothing. */
    Optional<Paint> paint(Token token) {
        return switch (token.kind()) {
            case KEYWORD -> Optional.of(Paint.of(Type.KEYWORD));
            case NAME -> name(token);
            case TYPE -> Optional.of(Paint.of(Type.TYPE, Modifier.DEFAULT_LIBRARY));
            case ARGUMENT -> Optional.of(Paint.of(Type.PARAMETER));
            case FIELD -> Optional.of(Paint.of(Type.PROPERTY, Modifier.READONLY));
            case ANNOTATION -> Optional.of(Paint.of(Type.ANNOTATION));
            case MODULE -> name(token).or(() -> Optional.of(Paint.of(Type.MODULE)));
            case NUMBER -> Optional.of(Paint.of(Type.NUMBER));
            case UNIT -> Optional.of(Paint.of(Type.UNIT));
            case STRING -> Optional.of(Paint.of(Type.STRING));
            case OPERATOR -> Optional.of(Paint.of(Type.OPERATOR));
            case COMMENT -> Optional.of(Paint.of(Type.COMMENT));
            case DOC -> Optional.of(Paint.of(Type.COMMENT, Modifier.DOCUMENTATION));
            case OPEN, CLOSE -> Optional.empty();
        };
    }

    private Optional<Paint> name(Token token) {
        int start = token.span().start();
        Symbol symbol = declared.get(start);
        if (symbol != null) {
            return Optional.of(symbol(symbol).and(Modifier.DECLARATION));
        }
        Optional<Use> use = Optional.ofNullable(uses.get(start));
        return use.flatMap(Use::symbol).map(Painter::symbol).or(() -> use.flatMap(each -> word(each, token.text())));
    }

    private static Paint symbol(Symbol symbol) {
        Paint paint =
                switch (symbol.kind()) {
                    case MODEL, VARIANT -> Paint.of(Type.MODEL);
                    case TEMPLATE -> Paint.of(Type.TEMPLATE);
                    case AREA, INPUT, READOUT -> Paint.of(Type.AREA);
                    case CONNECTION -> Paint.of(Type.CONNECTION);
                    case DYNAMICS -> Paint.of(Type.DYNAMICS);
                    case SOLVER -> Paint.of(Type.SOLVER);
                    case BLOCK, FUNCTION, PRIMITIVE -> Paint.of(Type.FUNCTION);
                    case CONSTANT -> Paint.of(Type.VARIABLE, Modifier.READONLY);
                    case PARAMETER -> Paint.of(Type.PARAMETER);
                    case LET, WEIGHT, VARIABLE, ROUND -> Paint.of(Type.VARIABLE);
                    case PROBE -> Paint.of(Type.PROPERTY);
                };
        return symbol.isStandard() ? paint.and(Modifier.DEFAULT_LIBRARY) : paint;
    }

    /** What is declared nowhere: the flows, the functions and the named values of the language. */
    private static Optional<Paint> word(Use use, String text) {
        if (use.lookup().wanted() instanceof Wanted.Area) {
            return text.equals("input") ? Optional.of(Paint.of(Type.AREA)) : Optional.empty();
        }
        Optional<Scope.Binding> found = use.lookup().found();
        if (found.isPresent()) {
            return found.get().role() == Scope.Role.BUILTIN
                    ? Optional.of(Paint.of(Type.VARIABLE, Modifier.DEFAULT_LIBRARY, Modifier.READONLY))
                    : Optional.empty();
        }
        boolean isFunction =
                Functions.names().contains(text) && !Functions.initialisers().contains(text);
        if (isFunction) {
            return Optional.of(Paint.of(Type.FUNCTION, Modifier.DEFAULT_LIBRARY));
        }
        return Words.isWord(text)
                ? Optional.of(Paint.of(Type.WORD, Modifier.DEFAULT_LIBRARY, Modifier.READONLY))
                : Optional.empty();
    }
}

package dync.compiler.ast;

import dync.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** {@code @alias(a, b) name: type = value}; {@code type} is empty only in {@code fn}, where it means the flow. */
public record Parameter(
        Span span,
        Optional<String> doc,
        List<Name> aliases,
        Name name,
        Optional<TypeName> type,
        Optional<Expression> defaultValue)
        implements Ast {

    /** Whether this is its name, or one that callers may use for it. */
    public boolean isCalled(String word) {
        return name.text().equals(word)
                || aliases.stream().anyMatch(alias -> alias.text().equals(word));
    }
}

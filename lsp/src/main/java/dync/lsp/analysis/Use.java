package dync.lsp.analysis;

import dync.compiler.ast.Name;
import dync.compiler.value.Lookup;
import java.util.Optional;

/**
 * A name in a text that refers to something.
 *
 * @param symbol what it refers to; empty for the words of the language, such as {@code kaiming}, and for what is unknown
 */
public record Use(Lookup lookup, Optional<Symbol> symbol) {
    public Name name() {
        return lookup.name();
    }
}

package dync.compiler.ast;

import dync.compiler.source.Span;
import java.util.List;

/** One file. */
public record Module(Span span, List<Import> imports, List<Declaration> declarations) implements Ast {

    /** {@code import a.b.C}, or {@code import a.b.*} where {@code wildcard} is set and {@code path} is {@code a.b}. */
    public record Import(Span span, List<Name> path, boolean wildcard) implements Ast {

        /** The dotted path, without a star. */
        public String dotted() {
            return String.join(".", path.stream().map(Name::text).toList());
        }
    }
}

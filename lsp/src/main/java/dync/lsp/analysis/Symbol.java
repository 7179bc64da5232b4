package dync.lsp.analysis;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a text declares under a name. Two are the same that are declared at the same place.
 *
 * @param node the whole declaration
 * @param within the symbol in whose text it is declared, such as the model of an area
 */
public record Symbol(Kind kind, Name name, Ast node, Optional<Symbol> within) {

    /** What sort of thing it is. */
    public enum Kind {
        MODEL("model"),
        VARIANT("model"),
        TEMPLATE("area template"),
        BLOCK("block"),
        CONNECTION("connection"),
        DYNAMICS("dynamics"),
        SOLVER("solver"),
        FUNCTION("function"),
        CONSTANT("constant"),
        PRIMITIVE("primitive"),
        PARAMETER("parameter"),
        AREA("area"),
        INPUT("input"),
        READOUT("readout"),
        LET("let"),
        WEIGHT("weight"),
        VARIABLE("variable"),
        ROUND("loop variable"),
        PROBE("probe");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        public String noun() {
            return noun;
        }
    }

    public String text() {
        return name.text();
    }

    /** Whether nobody may rename it. */
    public boolean isStandard() {
        return name.span().source().isStandard();
    }

    /** The names that declare it: its own, and the aliases of a parameter. */
    public List<Name> names() {
        if (node instanceof Parameter parameter && !parameter.aliases().isEmpty()) {
            List<Name> names = new ArrayList<>(List.of(name));
            names.addAll(parameter.aliases());
            return names;
        }
        return List.of(name);
    }

    /** Whether both are declared at the same place. */
    public boolean isSame(Symbol other) {
        return name.span().equals(other.name.span());
    }
}

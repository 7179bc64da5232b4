package dync.compiler.model;

import dync.compiler.source.Span;
import java.util.List;

/** What drives an area or a readout: areas or inputs by name, and how several become one. */
public record Sources(Kind kind, List<String> names, Span span) {

    /** How several sources become one flow. */
    public enum Kind {
        SUM,
        CONCAT
    }

    @Override
    public String toString() {
        return kind == Kind.CONCAT ? "concat(" + String.join(", ", names) + ")" : String.join(" + ", names);
    }
}

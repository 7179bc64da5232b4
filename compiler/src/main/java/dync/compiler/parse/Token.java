package dync.compiler.parse;

import dync.compiler.source.Span;

/** A word of a text with the part that it plays there: a keyword may also be a name. */
public record Token(Span span, Kind kind) {

    /** The parts that words play. */
    public enum Kind {
        KEYWORD,
        /** A name of something that is declared, or of a word of the language such as {@code additive}. */
        NAME,
        /** A type, also one that does not exist. */
        TYPE,
        /** The name of an argument. */
        ARGUMENT,
        /** A size behind a point, or an entry of a solver's tableau. */
        FIELD,
        /** What stands behind {@code @}, that sign included. */
        ANNOTATION,
        /** A part of the path of an import. */
        MODULE,
        NUMBER,
        UNIT,
        STRING,
        OPERATOR,
        /** A bracket that opens. */
        OPEN,
        /** A bracket that closes. */
        CLOSE,
        COMMENT,
        DOC
    }

    public String text() {
        return span.text();
    }
}

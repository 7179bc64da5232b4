package dync.lsp.feature.token;

import dync.lsp.Client;
import java.util.Arrays;
import java.util.List;

/** What words are painted as. Those of this language's own have a stand-in that every client knows. */
public enum Type {
    KEYWORD("keyword"),
    COMMENT("comment"),
    STRING("string"),
    NUMBER("number"),
    OPERATOR("operator"),
    TYPE("type"),
    FUNCTION("function"),
    PARAMETER("parameter"),
    VARIABLE("variable"),
    PROPERTY("property"),
    /** A value that the language names, such as {@code additive}. */
    WORD("enumMember"),
    MODULE("namespace"),
    ANNOTATION("decorator"),
    UNIT("unit", "number"),
    MODEL("model", "class"),
    TEMPLATE("areaTemplate", "class"),
    AREA("area", "variable"),
    CONNECTION("connection", "function"),
    DYNAMICS("dynamics", "function"),
    SOLVER("solver", "function");

    private final String word;
    private final String standIn;

    Type(String word) {
        this(word, word);
    }

    Type(String word, String standIn) {
        this.word = word;
        this.standIn = standIn;
    }

    /** The names under which a client is told of the types, in their order. */
    public static List<String> legend(Client client) {
        return Arrays.stream(values())
                .map(type -> client.tokenTypes().contains(type.word) ? type.word : type.standIn)
                .toList();
    }
}

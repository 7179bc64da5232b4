package dync.lsp.feature.token;

import java.util.Arrays;
import java.util.List;

/** What is said of a word besides its type. */
public enum Modifier {
    DECLARATION("declaration"),
    DEFAULT_LIBRARY("defaultLibrary"),
    READONLY("readonly"),
    DOCUMENTATION("documentation");

    private final String word;

    Modifier(String word) {
        this.word = word;
    }

    int bit() {
        return 1 << ordinal();
    }

    /** The names under which clients are told of them, in their order. */
    public static List<String> legend() {
        return Arrays.stream(values()).map(modifier -> modifier.word).toList();
    }
}

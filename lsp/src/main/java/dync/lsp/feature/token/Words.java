package dync.lsp.feature.token;

import dync.compiler.evaluate.Functions;
import dync.compiler.value.Symbol;
import java.util.Arrays;

/** The values that the language names. */
final class Words {
    private Words() {}

    static boolean isWord(String text) {
        return Functions.initialisers().contains(text)
                || Arrays.stream(Symbol.values())
                        .anyMatch(symbol -> symbol.word().equals(text));
    }
}

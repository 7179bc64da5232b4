package dync.lsp.feature.token;

import java.util.Arrays;

/**
 * How one word is painted.
 *
 * @param modifiers a bit for each
 */
record Paint(Type type, int modifiers) {

    static Paint of(Type type, Modifier... modifiers) {
        return new Paint(type, Arrays.stream(modifiers).mapToInt(Modifier::bit).sum());
    }

    Paint and(Modifier modifier) {
        return new Paint(type, modifiers | modifier.bit());
    }
}

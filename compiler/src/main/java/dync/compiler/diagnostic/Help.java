package dync.compiler.diagnostic;

import java.util.Optional;

/**
 * Advice, and where it can be computed the edit that follows it.
 *
 * @param text a clause in the imperative, such as {@code change it to 6 ms}
 */
public record Help(String text, Optional<Edit> edit) {

    public static Help of(String text) {
        return new Help(text, Optional.empty());
    }

    public static Help replacing(String text, Edit edit) {
        return new Help(text, Optional.of(edit));
    }
}

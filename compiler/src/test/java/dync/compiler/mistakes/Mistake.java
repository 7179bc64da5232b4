package dync.compiler.mistakes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One small change of a text.
 *
 * @param lines where a message about it belongs; what was removed has no line of its own, so there it is the lines of
 *     what lacks it
 */
record Mistake(int start, int end, String replacement, Set<Integer> lines) {

    /** Lines may be given more than once. */
    static Set<Integer> lines(Integer... lines) {
        return new HashSet<>(List.of(lines));
    }

    String in(String text) {
        return text.substring(0, start) + replacement + text.substring(end);
    }
}

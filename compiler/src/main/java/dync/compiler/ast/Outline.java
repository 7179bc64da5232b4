package dync.compiler.ast;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lines of text that nest. */
final class Outline {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    void doc(Optional<String> doc) {
        doc.ifPresent(lines -> lines.lines().forEach(line -> line(("/// " + line).strip())));
    }

    void indented(Runnable lines) {
        depth++;
        lines.run();
        depth--;
    }

    /** The other branch of an {@code if}, if it has one. */
    <T> void otherwise(List<T> branch, Consumer<List<T>> lines) {
        if (!branch.isEmpty()) {
            line("else");
            indented(() -> lines.accept(branch));
        }
    }

    String text() {
        return text.toString();
    }
}

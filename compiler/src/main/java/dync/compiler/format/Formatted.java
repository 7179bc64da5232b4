package dync.compiler.format;

import dync.compiler.source.Span;
import java.util.List;

/**
 * A text in its canonical form.
 *
 * @param left what could not be read, and stays as it is; by place
 */
public record Formatted(String text, List<Span> left) {

    public Formatted {
        left = List.copyOf(left);
    }
}

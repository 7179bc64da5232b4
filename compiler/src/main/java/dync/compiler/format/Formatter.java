package dync.compiler.format;

import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Edit;
import dync.compiler.parse.Concrete;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Brings {@code .dyn} text into its canonical form, which {@code docs/formatting.md} describes. The form keeps every word
 * and every comment; only separators and the comma behind a last element come and go. Formatting what is formatted
 * changes nothing.
 */
public final class Formatter {
    private Formatter() {}

    /** The whole text; statements with syntax errors stay as they are. Line ends stay those of the first line. */
    public static Formatted format(Source source) {
        int end = source.text().indexOf('\n');
        boolean returns = end > 0 && source.text().charAt(end - 1) == '\r';
        String text = source.text().replace("\r\n", "\n");
        Formatted formatted = formatLines(source, text);
        return returns ? new Formatted(formatted.text().replace("\n", "\r\n"), formatted.left()) : formatted;
    }

    /** The edits that bring the lines of {@code range} into the canonical form, by place. */
    public static List<Edit> edits(Source source, Span range) {
        return LineEdits.between(source, format(source).text(), range);
    }

    private static Formatted formatLines(Source source, String text) {
        Diagnostics diagnostics = new Diagnostics();
        Concrete concrete = Parser.concrete(new Source(source.name(), text), diagnostics);
        Set<ParserRuleContext> left = Unreadable.statements(text, concrete.tree(), diagnostics.all());
        Meaning meaning = Meaning.of(text);
        String shaped = print(text, concrete, left);
        if (Meaning.of(shaped).equals(meaning)) {
            return result(source, shaped, left);
        }
        // A comment in a strange place may hold fast the words around it: then their declaration stays as it is.
        for (ParserRuleContext declaration : Bodies.statements(concrete.tree())) {
            Set<ParserRuleContext> more = Collections.newSetFromMap(new IdentityHashMap<>());
            more.addAll(left);
            more.add(declaration);
            String other = print(text, concrete, more);
            if (Meaning.of(other).equals(meaning)) {
                return result(source, other, more);
            }
        }
        return new Formatted(text, List.of(new Span(source, 0, source.text().length())));
    }

    private static Formatted result(Source source, String text, Set<ParserRuleContext> left) {
        return new Formatted(
                text,
                left.stream()
                        .map(statement -> new Span(source, Bodies.start(statement), Bodies.end(statement)))
                        .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                        .toList());
    }

    /** The canonical form, whether or not it means the same. */
    static String print(String text, Concrete concrete, Set<ParserRuleContext> left) {
        Remarks remarks = new Remarks(text, concrete.comments());
        String printed = Layout.print(new Shaper(text, remarks, concrete.tree(), left).module(concrete.tree()));
        return printed.isBlank() ? "" : printed;
    }
}

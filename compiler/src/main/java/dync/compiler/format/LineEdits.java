package dync.compiler.format;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dync.compiler.diagnostic.Edit;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/** What changes from one text to another, line by line. */
final class LineEdits {
    private LineEdits() {}

    /** The edits that touch {@code range}; all of them where those alone would change what the text means. */
    static List<Edit> between(Source source, String formatted, Span range) {
        List<Edit> all = all(source, formatted);
        List<Edit> some = all.stream()
                .filter(edit ->
                        edit.span().start() <= range.end() && edit.span().end() >= range.start())
                .toList();
        if (some.size() == all.size()) {
            return all;
        }
        return Meaning.of(applied(source.text(), some)).equals(Meaning.of(source.text())) ? some : all;
    }

    private static List<Edit> all(Source source, String formatted) {
        List<String> before = lines(source.text());
        List<Integer> offsets = new ArrayList<>();
        int offset = 0;
        for (String line : before) {
            offsets.add(offset);
            offset += line.length();
        }
        offsets.add(offset);
        List<Edit> edits = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before, lines(formatted)).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = from + delta.getSource().size();
            Span span = new Span(source, offsets.get(from), offsets.get(to));
            edits.add(new Edit(span, String.join("", delta.getTarget().getLines())));
        }
        return edits;
    }

    /** The lines of a text with their ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    static String applied(String text, List<Edit> edits) {
        StringBuilder result = new StringBuilder(text);
        for (int i = edits.size() - 1; i >= 0; i--) {
            Edit edit = edits.get(i);
            result.replace(edit.span().start(), edit.span().end(), edit.replacement());
        }
        return result.toString();
    }
}

package dync.compiler.format;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dync.compiler.source.Source;
import java.util.Arrays;
import java.util.List;

/** What formatting changes, as {@code diff -u} shows it. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /** The lines of the difference; none where nothing changes. */
    public static List<String> lines(Source source, Formatted formatted) {
        List<String> before = lines(source.text());
        List<String> after = lines(formatted.text());
        return UnifiedDiffUtils.generateUnifiedDiff(
                source.name(), source.name() + " (formatted)", before, DiffUtils.diff(before, after), CONTEXT);
    }

    private static List<String> lines(String text) {
        List<String> lines = Arrays.asList(text.split("\\R", -1));
        return lines.get(lines.size() - 1).isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
    }
}

package dync.compiler.diagnostic;

import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Shows diagnostics to people: the message, the lines it is about with their places underlined, and what would help. */
public final class TerminalRenderer {
    private final Style style;

    /** @param colour whether the reader shows colours */
    public TerminalRenderer(boolean colour) {
        this.style = new Style(colour);
    }

    /** All of them and a summary; nothing where there are none. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(render(diagnostic)).append('\n');
        }
        return diagnostics.isEmpty() ? "" : out + Summary.of(diagnostics) + "\n";
    }

    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        Span primary = diagnostic.primary().span();
        String head = diagnostic.severity().label() + "[" + diagnostic.code() + "]";
        out.append(style.severity(diagnostic.severity(), head))
                .append(style.strong(": " + diagnostic.message()))
                .append('\n');
        int gutter = gutter(diagnostic);
        String indent = " ".repeat(gutter);
        out.append(style.frame(indent + "┌─ ")).append(primary).append('\n');
        excerpts(diagnostic, gutter, out);
        for (Help help : diagnostic.helps()) {
            out.append(style.frame(indent + "= "))
                    .append(style.strong("help"))
                    .append(": ")
                    .append(advice(help))
                    .append('\n');
        }
        return out.toString();
    }

    /** The advice, and the edit where the advice does not spell it out. */
    private static String advice(Help help) {
        return help.text()
                + help.edit()
                        .map(edit -> edit.replacement().strip())
                        .filter(text -> !text.isEmpty()
                                && !text.contains("\n")
                                && !help.text().contains(text))
                        .map(text -> ": `" + text + "`")
                        .orElse("");
    }

    private static List<Label> labels(Diagnostic diagnostic) {
        List<Label> labels = new ArrayList<>();
        labels.add(diagnostic.primary());
        labels.addAll(diagnostic.labels());
        return labels;
    }

    private static int gutter(Diagnostic diagnostic) {
        return labels(diagnostic).stream()
                .mapToInt(label -> String.valueOf(label.span().line()).length())
                .max()
                .orElse(1);
    }

    /** The labelled lines of the primary's file, then those of each other file. */
    private void excerpts(Diagnostic diagnostic, int gutter, StringBuilder out) {
        Source first = diagnostic.primary().span().source();
        List<Source> sources = labels(diagnostic).stream()
                .map(label -> label.span().source())
                .distinct()
                .toList();
        for (Source source : sources) {
            if (!source.equals(first)) {
                Span span = labels(diagnostic).stream()
                        .map(Label::span)
                        .filter(s -> s.source().equals(source))
                        .findFirst()
                        .orElseThrow();
                out.append(style.frame(" ".repeat(gutter) + "├─ ")).append(span).append('\n');
            }
            TreeMap<Integer, List<Label>> lines = new TreeMap<>();
            for (Label label : labels(diagnostic)) {
                if (label.span().source().equals(source)) {
                    lines.computeIfAbsent(label.span().line(), line -> new ArrayList<>())
                            .add(label);
                }
            }
            int previous = lines.firstKey() - 1;
            for (var line : lines.entrySet()) {
                if (line.getKey() > previous + 1) {
                    out.append(style.frame(" ".repeat(gutter) + "·")).append('\n');
                }
                previous = line.getKey();
                excerpt(diagnostic, source, line.getKey(), line.getValue(), gutter, out);
            }
        }
    }

    private void excerpt(
            Diagnostic diagnostic, Source source, int line, List<Label> labels, int gutter, StringBuilder out) {
        Excerpt excerpt = new Excerpt(source, line);
        String number = " ".repeat(gutter - String.valueOf(line).length()) + line;
        out.append(style.frame(number + "│ ")).append(excerpt.text()).append('\n');
        // From right to left, so that the words of one do not run into the marks of the next.
        List<Label> ordered = labels.stream()
                .sorted(Comparator.comparingInt((Label label) -> label.span().start())
                        .reversed()
                        .thenComparing(label -> !label.equals(diagnostic.primary())))
                .toList();
        for (Label label : ordered) {
            boolean primary = label.equals(diagnostic.primary());
            String marks = excerpt.marks(label.span(), primary ? '^' : '-')
                    + (label.text().isEmpty() ? "" : " " + label.text());
            out.append(style.frame(" ".repeat(gutter) + "│ "))
                    .append(primary ? style.severity(diagnostic.severity(), marks) : style.frame(marks))
                    .append('\n');
        }
    }
}

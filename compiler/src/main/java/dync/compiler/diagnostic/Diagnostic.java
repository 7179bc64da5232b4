package dync.compiler.diagnostic;

import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong or doubtful in a source.
 *
 * @param message what is wrong, in the user's terms: lower case, no full stop, no compiler words
 * @param primary the smallest telling place, with a few words of its own (may be empty)
 * @param labels further places, such as the first of two declarations
 * @param helps how to mend it
 */
public record Diagnostic(
        Code code, Severity severity, String message, Label primary, List<Label> labels, List<Help> helps) {

    public Diagnostic {
        labels = List.copyOf(labels);
        helps = List.copyOf(helps);
    }

    public static Diagnostic error(Code code, Span span, String message) {
        return new Diagnostic(code, Severity.ERROR, message, new Label(span, ""), List.of(), List.of());
    }

    public static Diagnostic warning(Code code, Span span, String message) {
        return new Diagnostic(code, Severity.WARNING, message, new Label(span, ""), List.of(), List.of());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same with words beside the primary span. */
    public Diagnostic says(String text) {
        return new Diagnostic(code, severity, message, new Label(primary.span(), text), labels, helps);
    }

    /** The same in other words. */
    public Diagnostic called(String other) {
        return new Diagnostic(code, severity, other, primary, labels, helps);
    }

    /** The same at another place, without the labels and edits that were meant for the first. */
    public Diagnostic at(Span site) {
        List<Help> words = helps.stream().map(help -> Help.of(help.text())).toList();
        return new Diagnostic(code, severity, message, new Label(site, primary.text()), List.of(), words);
    }

    public Diagnostic label(Span span, String text) {
        List<Label> more = new ArrayList<>(labels);
        more.add(new Label(span, text));
        return new Diagnostic(code, severity, message, primary, more, helps);
    }

    public Diagnostic help(Help help) {
        List<Help> more = new ArrayList<>(helps);
        more.add(help);
        return new Diagnostic(code, severity, message, primary, labels, more);
    }

    public Diagnostic help(String text) {
        return help(Help.of(text));
    }

    /** Adds advice with an edit that replaces {@code span}. */
    public Diagnostic fix(String text, Span span, String replacement) {
        return help(Help.replacing(text, new Edit(span, replacement)));
    }
}

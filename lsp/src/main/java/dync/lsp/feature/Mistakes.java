package dync.lsp.feature;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Help;
import dync.compiler.diagnostic.Severity;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Range;

/** What is wrong in a text and in those that it imports: the diagnostics of {@code dync check}, to the letter. */
public final class Mistakes {
    private Mistakes() {}

    /** By address; the text itself is always among them, so that what was mended disappears. */
    public static Map<String, List<org.eclipse.lsp4j.Diagnostic>> of(Snapshot snapshot) {
        Map<String, List<org.eclipse.lsp4j.Diagnostic>> byUri = new LinkedHashMap<>();
        byUri.put(snapshot.document().uri(), new ArrayList<>());
        for (Diagnostic diagnostic : snapshot.analysis().diagnostics()) {
            Source at = diagnostic.primary().span().source();
            // in the standard library nobody can mend anything
            String uri = at.equals(snapshot.source()) || at.isStandard()
                    ? snapshot.document().uri()
                    : snapshot.workspace().documents().uri(at);
            byUri.computeIfAbsent(uri, key -> new ArrayList<>()).add(converted(diagnostic, snapshot));
        }
        return byUri;
    }

    /** The diagnostics of the text that touch a place. */
    static List<Diagnostic> touching(Snapshot snapshot, Span place) {
        return snapshot.analysis().diagnostics().stream()
                .filter(diagnostic -> diagnostic.primary().span().source().equals(snapshot.source()))
                .filter(diagnostic -> diagnostic.primary().span().touches(place))
                .toList();
    }

    static org.eclipse.lsp4j.Diagnostic converted(Diagnostic diagnostic, Snapshot snapshot) {
        Span span = diagnostic.primary().span();
        Range range = span.source().isStandard() && !snapshot.source().isStandard()
                ? snapshot.range(new Span(snapshot.source(), 0, 0))
                : snapshot.positions(span.source()).range(span);
        org.eclipse.lsp4j.Diagnostic converted = new org.eclipse.lsp4j.Diagnostic(
                range,
                words(diagnostic),
                diagnostic.severity() == Severity.ERROR ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                "dync",
                diagnostic.code().name());
        if (diagnostic.code() == Code.DYN0214) {
            converted.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        if (!diagnostic.labels().isEmpty()) {
            converted.setRelatedInformation(diagnostic.labels().stream()
                    .map(label -> new DiagnosticRelatedInformation(
                            snapshot.location(label.span()), label.text().isEmpty() ? "see here" : label.text()))
                    .toList());
        }
        return converted;
    }

    /** The message, what stands beside the place, and the advice, as the terminal shows them. */
    private static String words(Diagnostic diagnostic) {
        StringBuilder words = new StringBuilder(diagnostic.message());
        Optional.of(diagnostic.primary().text())
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> words.append(" (").append(text).append(')'));
        for (Help help : diagnostic.helps()) {
            words.append("\nhelp: ").append(help.text());
        }
        return words.toString();
    }
}

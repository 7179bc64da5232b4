package dync.lsp.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.FullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.UnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The mistakes of a text, and of texts because of it, for a client that asks for them. */
public final class Reports {
    private static final int ID_LETTERS = 32;

    private Reports() {}

    /** @param known the id of the last report that the client was given; it is not given the same again */
    public static DocumentDiagnosticReport of(Snapshot snapshot, Optional<String> known) {
        Map<String, List<Diagnostic>> found = Mistakes.of(snapshot);
        // made of what it stands for, so that nothing needs to be remembered of what was reported
        String id = id(found.toString());
        if (known.filter(id::equals).isPresent()) {
            return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(id));
        }
        String uri = snapshot.document().uri();
        RelatedFullDocumentDiagnosticReport report = new RelatedFullDocumentDiagnosticReport(found.get(uri));
        report.setResultId(id);
        Map<String, Either<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport>> related =
                new LinkedHashMap<>();
        found.forEach((other, list) -> {
            if (!other.equals(uri)) {
                related.put(other, Either.forLeft(new FullDocumentDiagnosticReport(list)));
            }
        });
        report.setRelatedDocuments(related);
        return new DocumentDiagnosticReport(report);
    }

    private static String id(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package dync.lsp.feature;

import java.util.List;
import org.eclipse.lsp4j.TextDocumentIdentifier;

/**
 * What {@code dync/view} asks.
 *
 * @param view {@code picture}, {@code wiring}, {@code unrolled}, {@code describe}, {@code graph}, {@code plan} or
 *     {@code java}
 * @param model its name; null for the first of the text
 * @param settings parameters as {@code name=value}; null for none
 */
public record ViewParams(TextDocumentIdentifier textDocument, String view, String model, List<String> settings) {}

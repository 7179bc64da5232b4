package dync.lsp;

import java.util.List;

/**
 * What is sent as {@code dync/analysed}.
 *
 * @param models the names of the models of the text
 */
public record Analysed(String uri, int version, int errors, int warnings, List<String> models) {}

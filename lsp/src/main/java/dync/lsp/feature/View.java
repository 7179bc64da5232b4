package dync.lsp.feature;

import java.util.List;

/**
 * What {@code dync/view} answers.
 *
 * @param models the models of the text
 * @param model the one that is shown; empty where there is none
 * @param view as it was asked for
 * @param format {@code svg}, {@code text} or {@code java}
 * @param content null where there is none
 * @param problem why there is none, null where there is
 */
public record View(List<String> models, String model, String view, String format, String content, String problem) {}

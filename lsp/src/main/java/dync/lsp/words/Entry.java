package dync.lsp.words;

import java.util.List;

/**
 * What a word of the language means.
 *
 * @param forms how it is written, with what the author chooses in capitals
 * @param text one to three sentences, in Markdown
 */
public record Entry(Section section, String word, List<String> forms, String text) {

    /** The sections of the page: a word may stand in several, with another meaning in each. */
    public enum Section {
        DECLARATIONS,
        STATEMENTS,
        FLOWS,
        TYPES,
        VALUES,
        SIZES,
        FUNCTIONS,
        UNITS
    }
}

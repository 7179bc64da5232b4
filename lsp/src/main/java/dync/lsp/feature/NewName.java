package dync.lsp.feature;

import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a word can be a name at all. */
final class NewName {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** The flows of a body: a name of one's own would hide them. */
    private static final Set<String> FLOWS = Set.of("in", "it", "out");

    private NewName() {}

    /** Why it cannot; empty where it can. */
    static Optional<String> problem(String word) {
        if (!NAME.matcher(word).matches()) {
            return Optional.of((word.isBlank() ? "nothing" : word)
                    + " is no name: a name begins with a letter or _, and letters, digits and _ follow");
        }
        Diagnostics found = new Diagnostics();
        // the parser says which words are reserved
        Parser.parse(new Source("name", "const " + word + " = 1\n"), found);
        return FLOWS.contains(word) || !found.all().isEmpty()
                ? Optional.of(word + " is a word of the language, and cannot be a name")
                : Optional.empty();
    }
}

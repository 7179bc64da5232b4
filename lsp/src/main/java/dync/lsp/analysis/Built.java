package dync.lsp.analysis;

import dync.compiler.ast.Name;
import dync.compiler.describe.Describer;
import dync.compiler.describe.Description;
import dync.compiler.graph.Graph;
import java.util.Optional;

/**
 * A model of a text, built with its defaults.
 *
 * @param graph empty where the text has errors
 */
public record Built(Name name, Optional<Graph> graph, Facts facts) {

    /** What it is, in words and numbers. */
    public Optional<Description> description() {
        return graph.map(Describer::describe);
    }
}

package dync.lsp.analysis;

import dync.compiler.ast.Name;
import dync.compiler.describe.Describer;
import dync.compiler.describe.Description;
import dync.compiler.graph.Graph;
import java.util.Optional;

/** A model of a text, built with its defaults. Safe for several threads. */
public final class Built {
    private final Name name;
    private final Optional<Graph> graph;
    private final Facts facts;
    private Optional<Description> description = Optional.empty();

    Built(Name name, Optional<Graph> graph, Facts facts) {
        this.name = name;
        this.graph = graph;
        this.facts = facts;
    }

    public Name name() {
        return name;
    }

    /** Empty where the text has errors. */
    public Optional<Graph> graph() {
        return graph;
    }

    /** What building it found out, as far as it came. */
    public Facts facts() {
        return facts;
    }

    /** What it is, in words and numbers; made when it is first asked for. */
    public synchronized Optional<Description> description() {
        if (description.isEmpty()) {
            description = graph.map(Describer::describe);
        }
        return description;
    }
}

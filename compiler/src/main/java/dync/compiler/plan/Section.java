package dync.compiler.plan;

import dync.compiler.graph.Node;
import java.util.List;

/** Nodes that run together, each after those that it reads. */
public sealed interface Section {
    List<Node> nodes();

    /** Before the first step: what follows from weights alone. */
    record Once(List<Node> nodes) implements Section {
        public Once {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * Whenever the frame is another than the step before: what follows from the stimulus alone.
     *
     * @param trains whether it must run at every step while training, since it draws at random or gathers statistics
     */
    record Seen(List<Node> nodes, boolean trains) implements Section {
        public Seen {
            nodes = List.copyOf(nodes);
        }
    }

    /** Once a tile, all its steps as one batch. */
    record Tile(List<Node> nodes) implements Section {
        public Tile {
            nodes = List.copyOf(nodes);
        }
    }

    /** A loop shorter than the tile: step after step. */
    record Steps(List<Node> nodes) implements Section {
        public Steps {
            nodes = List.copyOf(nodes);
        }
    }
}

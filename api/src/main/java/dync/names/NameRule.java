package dync.names;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of a map. */
sealed interface NameRule {

    /**
     * A weight there is a weight here.
     *
     * @param back whether the name there is also the one that is written
     * @param vector whether a single number is kept as a vector of one there
     * @param where a weight that the model has to have
     */
    record Pair(NamePattern there, NamePattern here, boolean back, boolean vector, Optional<NamePattern> where)
            implements NameRule {

        /** The weight that a name there stands for, whether the model has it or not. */
        Optional<String> here(String name, Set<String> weights) {
            return there.match(name).filter(values -> holds(values, weights)).flatMap(here::fill);
        }

        /** What a weight is called there. */
        Optional<String> there(String name, Set<String> weights) {
            return back
                    ? here.match(name).filter(values -> holds(values, weights)).flatMap(there::fill)
                    : Optional.empty();
        }

        private boolean holds(Map<String, String> values, Set<String> weights) {
            return where.isEmpty()
                    || where.flatMap(pattern -> pattern.fill(values))
                            .filter(weights::contains)
                            .isPresent();
        }
    }

    /** What is there and no weight here. */
    record Drop(NamePattern there, String because) implements NameRule {}

    /** A weight here that is not there. */
    record Keep(NamePattern here, String because) implements NameRule {}
}

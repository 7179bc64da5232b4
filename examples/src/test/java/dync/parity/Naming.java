package dync.parity;

import dync.names.NameMap;
import dync.names.NameMaps;
import java.util.Optional;
import java.util.Set;

/** From the names of the reference's weights to the names here. */
interface Naming {
    /**
     * @param weights the names of all weights of the model
     * @return empty for what is known to be no weight of the model
     * @throws OutOfScope if nothing is known of it
     */
    Optional<String> here(String reference, Set<String> weights);

    /** By the map with which checkpoints of the reference are imported. */
    static Naming of(String model) {
        NameMap map = NameMaps.of("dynvision").stream()
                .filter(candidate -> candidate.isFor(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no map for " + model));
        return (reference, weights) -> {
            NameMap.Landing landing = map.land(reference, weights);
            if (landing instanceof NameMap.Unknown unknown && unknown.meant().isEmpty()) {
                throw new OutOfScope("no name here for the weight " + reference);
            }
            return landing instanceof NameMap.Lands lands ? Optional.of(lands.weight()) : Optional.empty();
        };
    }
}

package dync.cli;

import dync.names.NameMap;
import dync.names.NameMaps;
import dync.runtime.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By which names weights are exchanged. */
final class NameOptions {
    @Option(
            names = {"--from", "--names"},
            paramLabel = "ORIGIN",
            description =
                    "Whose names the other file has: torchvision, cornet, cordsnet, dynvision, or dync for those of"
                            + " the model itself.")
    private Optional<String> origin = Optional.empty();

    @Option(names = "--map", paramLabel = "FILE", description = "A map of names of your own: docs/weights.md.")
    private Optional<Path> map = Optional.empty();

    /** @throws UserError if there is no such origin or map, or both are given */
    Optional<List<NameMap>> chosen() {
        if (origin.isPresent() && map.isPresent()) {
            throw new UserError("names are those of an origin or of a map, not both", "leave out --from or --map");
        }
        return map.map(NameMaps::read).or(() -> origin.map(NameMaps::of));
    }
}

package dync.experiment;

import dync.settings.Key;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which model.
 *
 * @param file empty if none is named, or it was not compiled from text
 * @param name which of several in the file
 * @param weights a safetensors file, as {@code dync import} writes them
 */
public record ModelChoice(
        @Key(value = "a .dyn file, or a name of dync models", standard = "", main = true, file = true)
        String file,

        @Key(value = "which model of the file, if there are several", standard = "")
        Optional<String> name,

        @Key(value = "weights to begin with; drawn by the seed if unset", standard = "")
        Optional<Path> weights) {}

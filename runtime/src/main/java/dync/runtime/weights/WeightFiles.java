package dync.runtime.weights;

import dync.runtime.weights.torch.TorchFile;
import java.nio.file.Path;

/** Opens files of named tensors; the format is told by how a file begins, not by its name. */
public final class WeightFiles {
    private WeightFiles() {}

    /**
     * Opens a safetensors file, or one that {@code torch.save} wrote.
     *
     * @throws dync.runtime.BadFile if it is neither, or damaged
     */
    public static NamedTensors open(Path path) {
        return TorchFile.isOne(path) ? TorchFile.open(path) : Safetensors.open(path);
    }
}

package dync.runtime.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** An open file of named tensors, of whatever format; tensors are read when they are asked for. */
public interface NamedTensors extends AutoCloseable {
    Path path();

    /** What there is, by name, in the order of the file. */
    Map<String, TensorType> types();

    /**
     * Reads one tensor.
     *
     * @return a new tensor on the CPU in the file's precision, of the current scope
     * @throws dync.runtime.BadFile if there is no such tensor, or its numbers are damaged
     */
    Tensor read(String name);

    /** What a user should know of how the file was read: lines without a full stop. */
    default List<String> notes() {
        return List.of();
    }

    @Override
    void close();
}

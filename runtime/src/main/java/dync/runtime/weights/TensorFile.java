package dync.runtime.weights;

import dync.runtime.BadFile;
import dync.runtime.Nearest;
import dync.runtime.file.FileFault;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** An open safetensors file whose header is read and checked; tensors are read when they are asked for. */
public final class TensorFile implements NamedTensors {
    private static final int CHUNK = 1 << 26;

    private final Path path;
    private final FileChannel channel;
    private final Header header;
    private final long dataStart;

    TensorFile(Path path, FileChannel channel, Header header, long dataStart) {
        this.path = path;
        this.channel = channel;
        this.header = header;
        this.dataStart = dataStart;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Map<String, TensorType> types() {
        Map<String, TensorType> types = new LinkedHashMap<>();
        header.tensors().forEach((name, entry) -> types.put(name, new TensorType(entry.dtype(), entry.shape())));
        return types;
    }

    /** All tensors by name, in the order of their data. */
    public Map<String, TensorEntry> tensors() {
        return java.util.Collections.unmodifiableMap(header.tensors());
    }

    public Map<String, String> metadata() {
        return java.util.Collections.unmodifiableMap(header.metadata());
    }

    public boolean has(String name) {
        return header.tensors().containsKey(name);
    }

    /**
     * Reads one tensor.
     *
     * @return a new tensor on the CPU in the file's precision, of the current scope
     * @throws BadFile if there is no such tensor, or the file has been cut since it was opened
     */
    @Override
    public Tensor read(String name) {
        TensorEntry entry = header.tensors().get(name);
        if (entry == null) {
            throw new BadFile(
                    path,
                    "no tensor '" + name + "'",
                    Nearest.advice(name, header.tensors().keySet()));
        }
        Tensor tensor =
                torch.empty(entry.sizes(), new TensorOptions(entry.dtype().scalarType()), null);
        try (Pointer data = tensor.data_ptr()) {
            fill(entry, data);
        } catch (IOException failed) {
            tensor.close();
            throw new BadFile(
                    path,
                    "tensor '" + name + "' cannot be read: " + FileFault.reason(failed),
                    "copy the file again, it may be damaged",
                    failed);
        }
        return tensor;
    }

    private void fill(TensorEntry entry, Pointer data) throws IOException {
        for (long done = 0; done < entry.bytes(); ) {
            long part = Math.min(CHUNK, entry.bytes() - done);
            ByteBuffer buffer =
                    new BytePointer(data).position(done).limit(done + part).asByteBuffer();
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, dataStart + entry.begin() + done + buffer.position()) < 0) {
                    throw new EOFException("the file ends early");
                }
            }
            done += part;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new BadFile(path, "cannot be closed: " + FileFault.reason(failed), "", failed);
        }
    }
}

package dync.data.format;

import dync.runtime.BadFile;
import dync.runtime.UserError;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Arrays in a file in HDF5, by their path without the first slash. What lies in one piece is mapped; what is cut into
 * chunks, compressed or not, is unpacked.
 */
final class Hdf5 implements ArrayFile {
    private static final int MOST_DEPTH = 8;
    private static final int MOST_ARRAYS = 10_000;

    private final Path path;
    private final HdfFile file;
    private final Map<String, Dataset> arrays = new TreeMap<>();

    Hdf5(Path path) {
        this.path = path;
        file = guarded(path, () -> open(path));
        try {
            guarded(path, () -> {
                collect(file, "", 0);
                return arrays;
            });
        } catch (BadFile e) {
            close();
            throw e;
        }
    }

    private static HdfFile open(Path path) throws IOException {
        long size = FileProblem.size(path);
        if (size > Integer.MAX_VALUE) {
            return new HdfFile(path);
        }
        // read from a mapping, a length that the file makes up cannot set aside more memory than the file has bytes
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
        }
    }

    private void collect(Group group, String prefix, int depth) {
        if (depth > MOST_DEPTH) {
            return;
        }
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            String name = prefix + child.getKey();
            if (arrays.size() > MOST_ARRAYS) {
                throw new BadFile(path, "holds more than " + MOST_ARRAYS + " arrays", "store images in one array");
            }
            if (child.getValue() instanceof Dataset array) {
                arrays.put(name, array);
            } else if (child.getValue() instanceof Group inner) {
                collect(inner, name + "/", depth + 1);
            }
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Set<String> names() {
        return arrays.keySet();
    }

    @Override
    public NumberArray array(String name) {
        return guarded(path, () -> read(name, arrays.get(name)));
    }

    private NumberArray read(String name, Dataset array) throws IOException {
        DataType stored = array.getDataType();
        ByteOrder order;
        char kind;
        if (stored instanceof FixedPoint whole && whole.getBitPrecision() == 8 * whole.getSize()) {
            order = whole.getByteOrder();
            kind = whole.isSigned() ? 'i' : 'u';
        } else if (stored instanceof FloatingPoint real) {
            order = real.getByteOrder();
            kind = 'f';
        } else {
            throw new BadFile(path, "'" + name + "' holds no plain numbers", "store uint8 or float32");
        }
        NumberType type = NumberType.of(kind, stored.getSize())
                .orElseThrow(() -> new BadFile(
                        path,
                        "'" + name + "' holds numbers of " + stored.getSize() + " bytes",
                        "store uint8 or float32"));
        int[] shape = array.getDimensions();
        long size = NumberArray.volume(path, shape) * type.bytes();
        return new NumberArray(
                path, name, shape, type, bytes(name, array, shape, size).ordered(order));
    }

    private Bytes bytes(String name, Dataset array, int[] shape, long size) throws IOException {
        if (size == 0) {
            return Bytes.of(new byte[0]);
        }
        if (array instanceof ContiguousDataset whole && array.getStorageInBytes() >= size) {
            long at = whole.getDataAddress() + file.getUserBlockSize();
            if (at < 0 || at > FileProblem.size(path) - size) {
                throw new BadFile(path, "is cut off: '" + name + "' ends behind the end of the file", FileProblem.MEND);
            }
            return Bytes.map(path, at, size);
        }
        if (array instanceof ChunkedDataset chunked) {
            return Bytes.unpack(path, new ChunkStream(chunked, shape, size), size);
        }
        throw new BadFile(
                path, "'" + name + "' is stored in a way that is not known here", "store it in one piece or in chunks");
    }

    @Override
    public void close() {
        file.close();
    }

    private interface Reading<T> {
        T run() throws IOException;
    }

    /** A damaged file shows as an exception of any kind, somewhere in the library. */
    private static <T> T guarded(Path path, Reading<T> reading) {
        try {
            return reading.run();
        } catch (IOException e) {
            throw FileProblem.of(path, e);
        } catch (UserError e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new BadFile(
                    path,
                    "cannot be read as HDF5" + (e.getMessage() == null ? "" : ": " + e.getMessage()),
                    FileProblem.MEND,
                    e);
        }
    }
}

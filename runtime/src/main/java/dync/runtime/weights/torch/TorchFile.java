package dync.runtime.weights.torch;

import dync.runtime.BadFile;
import dync.runtime.Nearest;
import dync.runtime.weights.DType;
import dync.runtime.weights.NamedTensors;
import dync.runtime.weights.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.ZipException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * A file that {@code torch.save} wrote, whose tensors are read when they are asked for. A file is not trusted: whatever
 * it holds, opening and reading it yields tensors or a {@link BadFile}, runs nothing, and takes no more memory than the
 * file is long.
 */
public final class TorchFile implements NamedTensors {
    private static final int CHUNK = 1 << 26;
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] PICKLE = {(byte) 0x80};

    private final Path path;
    private final Records records;
    private final Map<String, View> views;
    private final Map<String, TensorType> types;
    private final List<String> notes;

    private TorchFile(Path path, Records records) throws Broken {
        this.path = path;
        this.records = records;
        StateDict state = StateDict.of(records.root());
        views = state.tensors();
        notes = state.notes();
        Map<String, TensorType> checked = new LinkedHashMap<>();
        for (Map.Entry<String, View> entry : views.entrySet()) {
            checked.put(entry.getKey(), entry.getValue().check(entry.getKey()));
            records.check(entry.getValue().storage());
        }
        types = Collections.unmodifiableMap(checked);
    }

    /**
     * Whether a file begins as those of {@code torch.save} do.
     *
     * @throws BadFile if it cannot be read
     */
    public static boolean isOne(Path path) {
        ByteBuffer begin = ByteBuffer.allocate(9);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.read(begin, 0);
        } catch (IOException failed) {
            throw unreadable(path, failed);
        }
        // the length of a safetensors header may look like either, but its first letter comes right behind
        return begin.get(8) != '{' && (begin.get(0) == PICKLE[0] || begin.get(0) == ZIP[0] && begin.get(1) == ZIP[1]);
    }

    /**
     * Opens a file and checks that every tensor is there.
     *
     * @throws BadFile if it is damaged, or holds something else than tensors
     */
    public static TorchFile open(Path path) {
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
            throw new BadFile(path, "has its low bytes first, this machine its high ones", "");
        }
        try {
            Records records = records(path);
            try {
                return new TorchFile(path, records);
            } catch (Broken | RuntimeException | Error failed) {
                records.close();
                throw failed;
            }
        } catch (ZipException damaged) {
            throw new BadFile(
                    path, "is a damaged archive: " + damaged.getMessage(), "fetch or save the file again", damaged);
        } catch (IOException failed) {
            throw unreadable(path, failed);
        } catch (Broken broken) {
            throw unfit(path, broken);
        }
    }

    private static Records records(Path path) throws IOException, Broken {
        if (LegacyRecords.begins(path)) {
            return LegacyRecords.open(path);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer begin = ByteBuffer.allocate(1);
            channel.read(begin, 0);
            if (begin.get(0) == PICKLE[0]) {
                throw new Broken("it is a pickle, but not of torch.save; "
                        + "load it in Python and save its tensors: torch.save(state_dict, …)");
            }
        }
        return ZipRecords.open(path);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Map<String, TensorType> types() {
        return types;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Tensor read(String name) {
        View view = views.get(name);
        if (view == null) {
            throw new BadFile(path, "no tensor '" + name + "'", Nearest.advice(name, views.keySet()));
        }
        DType dtype = types.get(name).dtype();
        TensorOptions options = new TensorOptions(dtype.scalarType());
        Tensor copy = torch.empty(sizes(view.sizes()), options, null);
        try (PointerScope scope = new PointerScope()) {
            Tensor stored = torch.empty(new long[] {view.span()}, options, null);
            long bytes = view.span() * dtype.bytes();
            records.read(view.storage(), view.offset() * dtype.bytes(), parts(stored.data_ptr(), bytes));
            copy.copy_(stored.as_strided(sizes(view.sizes()), sizes(view.strides())));
            return copy;
        } catch (Broken broken) {
            copy.close();
            throw unfit(path, broken);
        } catch (IOException failed) {
            copy.close();
            throw unreadable(path, failed);
        }
    }

    private static long[] sizes(List<Long> sizes) {
        return sizes.stream().mapToLong(Long::longValue).toArray();
    }

    /** Native memory as buffers, which are at most so long. */
    private static Iterable<ByteBuffer> parts(Pointer data, long bytes) {
        return () -> {
            Iterator<Long> starts =
                    LongStream.iterate(0, at -> at < bytes, at -> at + CHUNK).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return starts.hasNext();
                }

                @Override
                public ByteBuffer next() {
                    long at = starts.next();
                    return new BytePointer(data)
                            .position(at)
                            .limit(Math.min(bytes, at + CHUNK))
                            .asByteBuffer();
                }
            };
        };
    }

    private static BadFile unfit(Path path, Broken broken) {
        return new BadFile(
                path,
                "cannot be read as weights of PyTorch: " + broken.getMessage(),
                "fetch or save the file again if it may be damaged; another object than tensors has to be saved anew",
                broken);
    }

    private static BadFile unreadable(Path path, IOException failed) {
        String reason = Files.exists(path)
                ? "cannot be read: "
                        + (failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage())
                : "there is no such file";
        return new BadFile(path, reason, "check the path", failed);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException failed) {
            throw unreadable(path, failed);
        }
    }
}

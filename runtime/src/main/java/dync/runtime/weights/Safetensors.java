package dync.runtime.weights;

import dync.runtime.BadFile;
import dync.runtime.file.AtomicFile;
import dync.runtime.file.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Files of named tensors (github.com/huggingface/safetensors): the length of the header in 8 bytes, low byte first; the
 * header, JSON; the data. A file is not trusted: whatever it holds, opening it yields a checked {@link TensorFile} or a
 * {@link BadFile}.
 */
public final class Safetensors {
    static final int LENGTH_BYTES = 8;
    /** As in the reference implementation: keeps a damaged length from taking the memory. */
    static final long MOST_HEADER_BYTES = 100_000_000;

    private static final String AGAIN = "fetch or write the file again; it is damaged, or not a safetensors file";

    private Safetensors() {}

    /** Opens a file and checks its header against its size. */
    public static TensorFile open(Path path) {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException missing) {
            throw new BadFile(path, "there is no such file", "check the path", missing);
        } catch (IOException failed) {
            throw new BadFile(path, "cannot be opened: " + FileFault.reason(failed), "", failed);
        }
        try {
            return checked(path, channel);
        } catch (RuntimeException | Error failed) {
            closeQuietly(channel, failed);
            throw failed;
        }
    }

    private static TensorFile checked(Path path, FileChannel channel) {
        try {
            return check(path, channel);
        } catch (IOException failed) {
            throw new BadFile(path, "cannot be read: " + FileFault.reason(failed), "", failed);
        }
    }

    private static TensorFile check(Path path, FileChannel channel) throws IOException {
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
            throw new BadFile(path, "has its low bytes first, this machine its high ones", "");
        }
        long size = channel.size();
        if (size < LENGTH_BYTES) {
            throw new BadFile(path, "is " + size + " bytes long, too short for a safetensors file", AGAIN);
        }
        long length = read(channel, 0, LENGTH_BYTES).getLong();
        if (length < 0 || length > size - LENGTH_BYTES) {
            throw new BadFile(
                    path,
                    "says that its header has " + Long.toUnsignedString(length) + " bytes, but only "
                            + (size - LENGTH_BYTES) + " follow",
                    AGAIN);
        }
        if (length > MOST_HEADER_BYTES) {
            throw new BadFile(
                    path,
                    "has a header of " + length + " bytes, more than the " + MOST_HEADER_BYTES + " that are allowed",
                    AGAIN);
        }
        long dataStart = LENGTH_BYTES + length;
        try {
            Header header =
                    Header.parse(read(channel, LENGTH_BYTES, (int) length).array(), size - dataStart);
            return new TensorFile(path, channel, header, dataStart);
        } catch (Header.Broken broken) {
            throw new BadFile(path, broken.getMessage(), AGAIN, broken);
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file shrank while it was read");
            }
        }
        return buffer.flip();
    }

    private static void closeQuietly(FileChannel channel, Throwable because) {
        try {
            channel.close();
        } catch (IOException failed) {
            because.addSuppressed(failed);
        }
    }

    /**
     * Writes tensors so that the file is either the old one or the whole new one, whenever the process or the machine
     * stops. Tensors may be on any device and in any layout.
     *
     * @throws BadFile if the file cannot be written; nothing is left behind
     */
    public static void write(Path path, Map<String, Tensor> tensors, Map<String, String> metadata) {
        AtomicFile.write(path, out -> new TensorWriter(tensors, metadata).writeTo(out));
    }
}

package dync.data.format;

import dync.runtime.BadFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The contents of a file or a part of it: mapped, or unpacked to memory or, if it is large, to a temporary file that is
 * then mapped. May be larger than an array can be, and be read from several threads at once. A mapping, unlike a channel,
 * outlives the interruption of a thread that reads it.
 */
final class Bytes {
    private static final int PAGE_BITS = 30;
    private static final long MOST_IN_MEMORY = 256L << 20;
    private static final long MOST_UNPACKED = 64L << 30;

    private final ByteBuffer[] pages;
    private final long length;

    private Bytes(ByteBuffer[] pages, long length) {
        this.pages = pages;
        this.length = length;
    }

    static Bytes of(byte[] bytes) {
        return new Bytes(new ByteBuffer[] {ByteBuffer.wrap(bytes)}, bytes.length);
    }

    /** A part of a file, which has to be as long as that. */
    static Bytes map(Path path, long from, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            int count = (int) ((length + (1L << PAGE_BITS) - 1) >> PAGE_BITS);
            ByteBuffer[] pages = new ByteBuffer[count];
            for (int i = 0; i < count; i++) {
                long start = (long) i << PAGE_BITS;
                pages[i] = channel.map(
                        FileChannel.MapMode.READ_ONLY, from + start, Math.min(1L << PAGE_BITS, length - start));
            }
            return new Bytes(pages, length);
        }
    }

    /**
     * Takes what a stream holds. Nothing is set aside for what is announced and does not come.
     *
     * @param source the file that the stream unpacks, for messages
     * @param expected number of bytes that have to come, and no more
     * @throws BadFile if there are fewer or more, or there is no room for them
     */
    static Bytes unpack(Path source, InputStream in, long expected) throws IOException {
        Bytes bytes = expected <= Math.min(MOST_IN_MEMORY, Runtime.getRuntime().maxMemory() / 8)
                ? of(in.readNBytes((int) expected))
                : spill(source, in, expected);
        if (bytes.length < expected) {
            throw new BadFile(
                    source,
                    "is cut off: its header announces " + expected + " bytes, and " + bytes.length + " are there",
                    FileProblem.MEND);
        }
        if (in.read() >= 0) {
            throw new BadFile(
                    source, "goes on after the " + expected + " bytes that its header announces", FileProblem.MEND);
        }
        return bytes;
    }

    private static Bytes spill(Path source, InputStream in, long expected) throws IOException {
        Path file = Files.createTempFile("dync", ".unpacked");
        try {
            if (expected > Math.min(MOST_UNPACKED, Files.getFileStore(file).getUsableSpace())) {
                throw new BadFile(
                        source,
                        "unpacks to " + (expected >> 20) + " MB, for which " + file.getParent() + " has no room",
                        "make room, name another folder by -Djava.io.tmpdir, or store the file without compression");
            }
            Files.copy(new Limited(in, expected), file, StandardCopyOption.REPLACE_EXISTING);
            return map(file, 0, Files.size(file));
        } finally {
            // the mapping keeps the contents where the system allows it, and the name goes
            file.toFile().deleteOnExit();
            Files.deleteIfExists(file);
        }
    }

    long length() {
        return length;
    }

    /** The same bytes, with numbers of several bytes in the given order. */
    Bytes ordered(ByteOrder order) {
        ByteBuffer[] same = new ByteBuffer[pages.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = pages[i].duplicate().order(order);
        }
        return new Bytes(same, length);
    }

    int unsigned(long at) {
        return page(at).get(within(at)) & 0xff;
    }

    // numbers of several bytes have to lie at multiples of their size: then no page ends within one

    short int16(long at) {
        return page(at).getShort(within(at));
    }

    int int32(long at) {
        return page(at).getInt(within(at));
    }

    long int64(long at) {
        return page(at).getLong(within(at));
    }

    float float32(long at) {
        return page(at).getFloat(within(at));
    }

    double float64(long at) {
        return page(at).getDouble(within(at));
    }

    private ByteBuffer page(long at) {
        return pages[(int) (at >> PAGE_BITS)];
    }

    private static int within(long at) {
        return (int) at & ((1 << PAGE_BITS) - 1);
    }
}

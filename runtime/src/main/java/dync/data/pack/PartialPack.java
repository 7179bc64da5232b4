package dync.data.pack;

import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A packed file that is being written. Description and room for the index come first; a sample is written before its entry in
 * the index, and the header after everything: what an entry speaks of, and has the sum of, is there.
 */
final class PartialPack implements AutoCloseable {
    private static final int MOST_PENDING = 1 << 18;

    private final Path target;
    private final Path part;
    private final FileChannel file;
    private final byte[] description;
    private final PackHeader layout;
    private final ByteBuffer entries =
            ByteBuffer.allocate(4096 * PackIndex.ENTRY).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer pending = ByteBuffer.allocate(MOST_PENDING);
    private int samples;
    private int indexed;
    private long end;

    private PartialPack(Path target, Path part, FileChannel file, byte[] description, int all) {
        this.target = target;
        this.part = part;
        this.file = file;
        this.description = description;
        this.layout = new PackHeader(description.length, all, 0, PackHeader.sum(description, 0, description.length), 0);
        this.end = layout.samplesAt();
    }

    /**
     * Goes on with what is there of the same data, or begins anew.
     *
     * @throws BadFile if another process is writing it
     */
    static PartialPack open(Path target, Description description, int all) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        FileChannel file =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!locked(file)) {
                throw new BadFile(part, "is being written by another process", "wait for it, or name another file");
            }
            PartialPack pack = new PartialPack(target, part, file, description.bytes(), all);
            pack.recover();
            return pack;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            // freed when the channel is closed, or the process ends
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Takes over every sample that has its sum, up to the first that has not. */
    private void recover() throws IOException {
        byte[] known = read(PackHeader.SIZE, description.length);
        if (Arrays.equals(known, description)) {
            while (samples < layout.samples()) {
                ByteBuffer entry = ByteBuffer.wrap(
                                read(layout.indexAt() + (long) samples * PackIndex.ENTRY, PackIndex.ENTRY))
                        .order(ByteOrder.LITTLE_ENDIAN);
                if (entry.capacity() < PackIndex.ENTRY || !whole(entry)) {
                    break;
                }
                end += entry.getInt(8);
                samples++;
            }
        } else {
            file.truncate(0);
            write(ByteBuffer.wrap(description), PackHeader.SIZE);
        }
        indexed = samples;
        file.truncate(Math.max(end, layout.samplesAt()));
    }

    private boolean whole(ByteBuffer entry) throws IOException {
        int length = entry.getInt(8);
        if (entry.getLong(0) != end || length < 1 || end + length > file.size()) {
            return false;
        }
        byte[] sample = read(end, length);
        return sample.length == length && PackHeader.sum(sample, 0, length) == entry.getInt(24);
    }

    private byte[] read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, file.size() - at)));
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long to = at;
        while (bytes.hasRemaining()) {
            to += file.write(bytes, to);
        }
    }

    Path path() {
        return part;
    }

    /** Samples that are in the file, or soon will be. */
    int samples() {
        return samples;
    }

    void append(Packer.Sample sample) throws IOException {
        byte[] bytes = sample.bytes();
        if (bytes.length > pending.remaining() || !entries.hasRemaining()) {
            flush();
        }
        int sum = PackHeader.sum(bytes, 0, bytes.length);
        PackIndex.write(entries, end, bytes.length, sample.label(), sample.height(), sample.width(), sum);
        if (bytes.length > pending.capacity()) {
            write(ByteBuffer.wrap(bytes), end);
        } else {
            pending.put(bytes);
        }
        end += bytes.length;
        samples++;
    }

    /** Writes what is still in memory. */
    void flush() throws IOException {
        long at = end - pending.position();
        write(pending.flip(), at);
        pending.clear();
        int count = entries.position() / PackIndex.ENTRY;
        write(entries.flip(), layout.indexAt() + (long) indexed * PackIndex.ENTRY);
        entries.clear();
        indexed += count;
    }

    /** Writes the header, makes sure that all is on the disk, and gives the file its name. */
    void finish() throws IOException {
        flush();
        byte[] index = read(layout.indexAt(), Math.toIntExact(layout.samples() * PackIndex.ENTRY));
        PackHeader header = new PackHeader(
                layout.description(),
                layout.samples(),
                end,
                layout.descriptionSum(),
                PackHeader.sum(index, 0, index.length));
        file.force(true);
        write(ByteBuffer.wrap(header.bytes()), 0);
        file.force(true);
        // where a file that is open cannot be renamed
        file.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

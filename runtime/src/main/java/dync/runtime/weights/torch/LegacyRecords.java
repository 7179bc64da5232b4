package dync.runtime.weights.torch;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The format before PyTorch 1.6, which many published weights still have: pickles of a magic number, a version, facts
 * of the machine, the object, and the keys of its storages; then each storage, its count before its numbers.
 */
final class LegacyRecords implements Records {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long VERSION = 1001;
    /** The pickles come before the numbers and end within so many bytes. */
    private static final int MOST_PICKLE_BYTES = 1 << 25;

    private final FileChannel channel;
    private final Object root;
    private final Map<String, Long> places = new HashMap<>();

    private LegacyRecords(FileChannel channel) throws IOException, Broken {
        this.channel = channel;
        ByteBuffer head = head(channel, MOST_PICKLE_BYTES);
        Map<String, Storage> storages = new HashMap<>();
        Pickle.read(head, storages); // the magic number
        Object version = Pickle.read(head, storages);
        if (!Long.valueOf(VERSION).equals(version)) {
            throw new Broken("it is of an unknown version of the format");
        }
        if (Pickle.read(head, storages) instanceof Dict machine
                && Boolean.FALSE.equals(machine.entries().get("little_endian"))) {
            throw new Broken("it has its high bytes first");
        }
        root = Pickle.read(head, storages);
        if (Pickle.read(head, storages) instanceof List<?> keys) {
            locate(keys, storages, head.position());
        }
    }

    /** Whether a file begins with the magic number. */
    static boolean begins(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return MAGIC.equals(Pickle.read(head(channel, 64), new HashMap<>()));
        } catch (Broken another) {
            return false;
        }
    }

    static LegacyRecords open(Path path) throws IOException, Broken {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new LegacyRecords(channel);
        } catch (IOException | Broken | RuntimeException | Error failed) {
            channel.close();
            throw failed;
        }
    }

    private static ByteBuffer head(FileChannel channel, int most) throws IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(channel.size(), most));
        fill(channel, 0, head);
        return head.flip();
    }

    private void locate(List<?> keys, Map<String, Storage> storages, long begin) throws IOException, Broken {
        long at = begin;
        for (Object key : keys) {
            Storage storage = storages.get(key);
            if (storage == null) {
                throw new Broken("it lists a storage that no tensor has");
            }
            ByteBuffer count = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            fill(channel, at, count);
            if (count.flip().getLong() != storage.count()) {
                throw new Broken("storage " + storage.key() + " has another length than its tensors say");
            }
            at += Long.BYTES;
            places.put(storage.key(), at);
            at += Math.min(Records.bytes(storage), channel.size()); // beyond the end is beyond the end
        }
    }

    @Override
    public Object root() {
        return root;
    }

    @Override
    public void check(Storage storage) throws Broken {
        Long place = places.get(storage.key());
        try {
            if (place == null || place + Records.bytes(storage) > channel.size()) {
                throw new Broken(
                        "the file ends before the " + storage.count() + " numbers of its storage " + storage.key());
            }
        } catch (IOException failed) {
            throw new Broken("its length cannot be told");
        }
    }

    @Override
    public void read(Storage storage, long from, Iterable<ByteBuffer> into) throws IOException, Broken {
        check(storage);
        long at = places.get(storage.key()) + from;
        for (ByteBuffer buffer : into) {
            int length = buffer.remaining();
            fill(channel, at, buffer);
            at += length;
        }
    }

    private static void fill(FileChannel channel, long at, ByteBuffer buffer) throws IOException {
        for (long place = at; buffer.hasRemaining(); ) {
            int got = channel.read(buffer, place);
            if (got < 0) {
                throw new EOFException("the file ends early");
            }
            place += got;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

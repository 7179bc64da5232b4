package dync.runtime.weights.torch;

import dync.runtime.file.ZipEntries;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The format since PyTorch 1.6: a zip archive, nothing in it compressed, with {@code NAME/data.pkl} and one record
 * {@code NAME/data/KEY} for each storage. What is compressed is refused: it could grow to any size.
 */
final class ZipRecords implements Records {
    /** A dictionary of some thousand tensors has a pickle below one megabyte. */
    private static final long MOST_PICKLE_BYTES = 1L << 28;

    private static final String PICKLE = "data.pkl";

    private final ZipFile zip;
    private final String folder;
    private final Object root;

    private ZipRecords(ZipFile zip) throws IOException, Broken {
        this.zip = zip;
        this.folder = folder(zip);
        this.root = Pickle.read(ByteBuffer.wrap(whole(PICKLE)), new HashMap<>());
    }

    static ZipRecords open(Path path) throws IOException, Broken {
        ZipFile zip = new ZipFile(path.toFile());
        try {
            return new ZipRecords(zip);
        } catch (IOException | Broken | RuntimeException | Error failed) {
            zip.close();
            throw failed;
        }
    }

    private static String folder(ZipFile zip) throws IOException, Broken {
        List<String> pickles = ZipEntries.of(zip).stream()
                .map(ZipEntry::getName)
                .filter(name -> name.matches("[^/]+/" + PICKLE))
                .toList();
        if (pickles.size() != 1) {
            throw new Broken("the archive has " + (pickles.isEmpty() ? "no " : "more than one ") + PICKLE);
        }
        String folder = pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
        if (zip.getEntry(folder + "constants.pkl") != null || zip.getEntry(folder + "code/") != null) {
            throw new Broken("it is a TorchScript program; save its weights alone: torch.save(model.state_dict(), …)");
        }
        return folder;
    }

    private byte[] whole(String name) throws IOException, Broken {
        ZipEntry entry = entry(name);
        if (entry.getSize() > MOST_PICKLE_BYTES) {
            throw new Broken(name + " has " + entry.getSize() + " bytes, more than the " + MOST_PICKLE_BYTES
                    + " that are allowed");
        }
        byte[] bytes = new byte[(int) entry.getSize()];
        read(entry, 0, List.of(ByteBuffer.wrap(bytes)));
        return bytes;
    }

    private ZipEntry entry(String name) throws Broken {
        ZipEntry entry = zip.getEntry(folder + name);
        if (entry == null) {
            throw new Broken("the archive has no record " + name);
        }
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
            throw new Broken("record " + name + " is compressed, which PyTorch never does; save the weights anew");
        }
        return entry;
    }

    @Override
    public Object root() {
        return root;
    }

    @Override
    public void check(Storage storage) throws Broken {
        ZipEntry order = zip.getEntry(folder + "byteorder");
        if (order != null && order.getSize() != "little".length()) {
            throw new Broken("it has its high bytes first");
        }
        long there = entry("data/" + storage.key()).getSize();
        long wanted = Records.bytes(storage);
        if (there < wanted) {
            throw new Broken("record data/" + storage.key() + " has " + there + " bytes, its tensors want " + wanted);
        }
    }

    @Override
    public void read(Storage storage, long from, Iterable<ByteBuffer> into) throws IOException, Broken {
        read(entry("data/" + storage.key()), from, into);
    }

    /** Reads the record to its end, so that its sum can be checked. */
    private void read(ZipEntry entry, long from, Iterable<ByteBuffer> into) throws IOException, Broken {
        CRC32 sum = new CRC32();
        try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            if (in.skip(from) != from) {
                throw new EOFException("record " + entry.getName() + " ends early");
            }
            // not closed: it would close the stream before its end
            ReadableByteChannel channel = Channels.newChannel(in);
            for (ByteBuffer buffer : into) {
                while (buffer.hasRemaining()) {
                    if (channel.read(buffer) < 0) {
                        throw new EOFException("record " + entry.getName() + " ends early");
                    }
                }
            }
            in.skip(Long.MAX_VALUE);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new Broken("record " + entry.getName() + " does not match its sum");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

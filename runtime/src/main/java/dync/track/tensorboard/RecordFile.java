package dync.track.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file of records as TensorFlow frames them: length, its sum, the record, its sum. What the disk does not take
 * whole is taken back, so that what follows can be read.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord">TFRecord</a>
 */
final class RecordFile implements AutoCloseable {
    private static final int FRAME = 8 + 4 + 4;
    private static final int MASK = 0xA282EAD8;

    private final FileChannel file;
    private long end;

    /** Begins a file that is not there yet. */
    RecordFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    }

    boolean isEmpty() {
        return end == 0;
    }

    /** Appends all records or, if the disk does not take them, none. */
    void append(List<Message> records) throws IOException {
        List<byte[]> contents = records.stream().map(Message::toBytes).toList();
        int size = contents.stream().mapToInt(data -> FRAME + data.length).sum();
        ByteBuffer framed = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] data : contents) {
            int length = framed.position();
            framed.putLong(data.length);
            framed.putInt(sum(framed.array(), length, 8));
            framed.put(data);
            framed.putInt(sum(data, 0, data.length));
        }
        framed.flip();
        try {
            file.position(end);
            while (framed.hasRemaining()) {
                file.write(framed);
            }
        } catch (IOException failed) {
            file.truncate(end);
            throw failed;
        }
        end += size;
    }

    private static int sum(byte[] data, int from, int count) {
        CRC32C crc = new CRC32C();
        crc.update(data, from, count);
        // a sum over data that holds sums is weak, so they are turned and shifted
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

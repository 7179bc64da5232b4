package dync.data.pack;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of any length in memory. One mapping holds no more than 2 GB, so that there are several, each reaching into the next
 * as far as a sample may. Read by any number of threads.
 */
final class Mapped {
    private final List<MappedByteBuffer> windows = new ArrayList<>();
    private final long stride;

    /**
     * Maps a whole file; the channel may be closed afterwards.
     *
     * @param stride distance of the beginnings of two mappings
     * @param longest length of the longest piece that is read at once
     */
    Mapped(FileChannel file, long stride, int longest) throws IOException {
        this.stride = stride;
        long length = file.size();
        for (long at = 0; at < length; at += stride) {
            windows.add(file.map(FileChannel.MapMode.READ_ONLY, at, Math.min(stride + longest, length - at)));
        }
    }

    /** Copies a piece, no longer than announced. */
    void read(long offset, int length, byte[] into) {
        windows.get((int) (offset / stride)).get((int) (offset % stride), into, 0, length);
    }
}

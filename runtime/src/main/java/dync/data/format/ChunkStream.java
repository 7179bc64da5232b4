package dync.data.format;

import io.jhdf.api.dataset.ChunkedDataset;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The numbers of a chunked array of HDF5 in row-major order. Holds one row of chunks at a time: all that share their
 * position along the first axis.
 */
final class ChunkStream extends InputStream {
    private static final int DEFLATE = 1;

    private final ChunkedDataset array;
    private final int[] shape;
    private final int[] chunk;
    private final int bytes;
    private final int chunkBytes;
    private final int rowBytes;
    private final byte[] band;
    private int next;
    private int position;
    private int end;

    /**
     * Prepares; reads nothing yet.
     *
     * @param size number of bytes in all
     * @throws IllegalArgumentException if the chunks do not go with the shape or are too large
     */
    ChunkStream(ChunkedDataset array, int[] shape, long size) {
        this.array = array;
        this.shape = shape;
        this.chunk = array.getChunkDimensions();
        this.bytes = array.getDataType().getSize();
        if (chunk.length != shape.length) {
            throw new IllegalArgumentException("chunks of " + chunk.length + " axes for " + shape.length);
        }
        long one = bytes;
        for (int length : chunk) {
            if (length < 1) {
                throw new IllegalArgumentException("a chunk of length " + length);
            }
            one = Math.multiplyExact(one, length);
        }
        long row = size / shape[0];
        long held = Math.multiplyExact(row, Math.min(chunk[0], shape[0]));
        long most = Runtime.getRuntime().maxMemory() / 8;
        if (one > most || held > most) {
            throw new IllegalArgumentException("its chunks take " + (Math.max(one, held) >> 20)
                    + " MB, more than an eighth of the memory; store " + "chunks of few images");
        }
        this.chunkBytes = (int) one;
        this.rowBytes = (int) row;
        this.band = new byte[(int) held];
    }

    @Override
    public int read() {
        return position < end || fill() ? band[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (position == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(band, position, into, offset, count);
        position += count;
        return count;
    }

    private boolean fill() {
        if (next >= shape[0]) {
            return false;
        }
        int[] at = new int[shape.length];
        at[0] = next;
        int rows = Math.min(chunk[0], shape[0] - next);
        boolean more = true;
        while (more) {
            place(at, rows);
            more = advance(at);
        }
        next += rows;
        position = 0;
        end = rows * rowBytes;
        return true;
    }

    /** The next chunk of this row; false behind the last one. */
    private boolean advance(int[] at) {
        for (int axis = shape.length - 1; axis > 0; axis--) {
            at[axis] += chunk[axis];
            if (at[axis] < shape[axis]) {
                return true;
            }
            at[axis] = 0;
        }
        return false;
    }

    private void place(int[] at, int rows) {
        checkUnpacked(at);
        byte[] values = array.getDecompressedChunk(at);
        copy(values, at, 0, 0, 0, rows);
    }

    private void copy(byte[] values, int[] at, int axis, int from, int to, int length) {
        if (axis == shape.length - 1) {
            System.arraycopy(values, from * bytes, band, to * bytes, length * bytes);
            return;
        }
        int inChunk = stride(chunk, axis);
        int inBand = stride(shape, axis);
        int following = axis + 1;
        int count = Math.min(chunk[following], shape[following] - at[following]);
        for (int i = 0; i < length; i++) {
            copy(
                    values,
                    at,
                    following,
                    from + i * inChunk,
                    to + i * inBand + at[following] * stride(shape, following),
                    count);
        }
    }

    private static int stride(int[] lengths, int axis) {
        int stride = 1;
        for (int i = axis + 1; i < lengths.length; i++) {
            stride *= lengths[i];
        }
        return stride;
    }

    /** The library would unpack a chunk to whatever length it has. */
    private void checkUnpacked(int[] at) {
        var filters = array.getFilters();
        if (filters.stream().noneMatch(filter -> filter.getId() == DEFLATE)) {
            return;
        }
        ByteBuffer raw = array.getRawChunkBuffer(at);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(raw.duplicate());
            byte[] some = new byte[1 << 13];
            long length = 0;
            while (!inflater.finished() && !inflater.needsInput()) {
                length += inflater.inflate(some);
                if (length > chunkBytes + 64L) {
                    throw new IllegalArgumentException("a chunk unpacks to more than its " + chunkBytes + " bytes");
                }
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("a chunk does not unpack", e);
        } finally {
            inflater.end();
        }
    }
}

package dync.data.pack;

import dync.data.ImageSize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where each sample is, its label, its size and its sum. An entry has 32 bytes, little-endian: offset in the file (8), length,
 * label, height, width, CRC-32C, and 4 that are 0.
 */
final class PackIndex {
    static final int ENTRY = 32;
    /** No image has more; 2^28 values are 1 GB as floats. */
    static final int MOST_VALUES = 1 << 28;

    private final ByteBuffer entries;

    PackIndex(byte[] bytes) {
        this.entries = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static void write(ByteBuffer into, long offset, int length, int label, int height, int width, int sum) {
        into.putLong(offset)
                .putInt(length)
                .putInt(label)
                .putInt(height)
                .putInt(width)
                .putInt(sum)
                .putInt(0);
    }

    int size() {
        return entries.capacity() / ENTRY;
    }

    long offset(int sample) {
        return entries.getLong(sample * ENTRY);
    }

    int length(int sample) {
        return entries.getInt(sample * ENTRY + 8);
    }

    int label(int sample) {
        return entries.getInt(sample * ENTRY + 12);
    }

    int height(int sample) {
        return entries.getInt(sample * ENTRY + 16);
    }

    int width(int sample) {
        return entries.getInt(sample * ENTRY + 20);
    }

    int sum(int sample) {
        return entries.getInt(sample * ENTRY + 24);
    }

    /**
     * Holds an entry against the file.
     *
     * @throws IllegalArgumentException if it cannot be; the message says which and why
     */
    void check(int sample, long samplesAt, long fileLength, int channels, int classes) {
        long offset = offset(sample);
        int length = length(sample);
        boolean inside = length > 0 && offset >= samplesAt && offset <= fileLength - length;
        int height = height(sample);
        int width = width(sample);
        boolean sized = height > 0 && width > 0 && (long) height * width <= MOST_VALUES / channels;
        if (!inside || !sized) {
            throw new IllegalArgumentException("is damaged: sample " + sample + " is said to be an image of " + height
                    + "×" + width + " in " + length + " bytes at " + offset);
        }
        if (label(sample) < 0 || label(sample) >= classes) {
            throw new IllegalArgumentException("is damaged: sample " + sample + " has label " + label(sample) + "; the "
                    + classes + " classes are 0 to " + (classes - 1));
        }
    }

    ImageSize imageSize(int sample, int channels) {
        return new ImageSize(channels, height(sample), width(sample));
    }
}

package dync.data.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first 64 bytes of a packed file, all numbers little-endian: {@code dyncpack}; version; length of the description;
 * number of samples (8 bytes); length of the file (8 bytes); sums of description, index and header. Behind it the
 * description, padded to a multiple of 8; the index; the samples.
 *
 * @param description length of the description in bytes
 * @param samples number of samples
 * @param length of the whole file in bytes
 * @param descriptionSum CRC-32C of the description
 * @param indexSum CRC-32C of the index, which holds the sums of the samples: this is the sum of the whole
 */
record PackHeader(int description, long samples, long length, int descriptionSum, int indexSum) {
    static final int SIZE = 64;
    static final int VERSION = 1;
    private static final byte[] MAGIC = "dyncpack".getBytes(StandardCharsets.US_ASCII);
    private static final int SUMMED = 40;

    /** Where the index is. */
    long indexAt() {
        return SIZE + (description + 7L) / 8 * 8;
    }

    /** Where the first sample is. */
    long samplesAt() {
        return indexAt() + samples * PackIndex.ENTRY;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putInt(VERSION).putInt(description).putLong(samples).putLong(length);
        bytes.putInt(descriptionSum).putInt(indexSum);
        return bytes.putInt(SUMMED, sum(bytes.array(), 0, SUMMED)).array();
    }

    /**
     * Reads a header.
     *
     * @param actual length of the file
     * @throws IllegalArgumentException if it is none, or speaks of another file; the message goes on after the file's name
     */
    static PackHeader of(byte[] bytes, long actual) {
        if (bytes.length < SIZE || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("is no packed data set: it does not begin with dyncpack");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(8) != VERSION) {
            throw new IllegalArgumentException(
                    "is a packed data set of version " + in.getInt(8) + "; this program reads version " + VERSION);
        }
        if (in.getInt(SUMMED) != sum(bytes, 0, SUMMED)) {
            throw new IllegalArgumentException("is damaged: its header does not have the sum that it states");
        }
        PackHeader header = new PackHeader(in.getInt(12), in.getLong(16), in.getLong(24), in.getInt(32), in.getInt(36));
        if (header.length != actual) {
            throw new IllegalArgumentException("is cut off or goes on too long: " + header.length
                    + " bytes are announced, " + actual + " are there");
        }
        // whoever forges the sums can announce anything; nothing is allocated that the file does not hold
        if (header.description < 0
                || header.samples < 0
                || header.samples > Math.min(Integer.MAX_VALUE, actual - SIZE) / PackIndex.ENTRY
                || header.samplesAt() > actual) {
            throw new IllegalArgumentException("is damaged: it announces a description of " + header.description
                    + " bytes and " + header.samples + " samples in " + actual + " bytes");
        }
        return header;
    }

    static int sum(byte[] bytes, int offset, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, offset, length);
        return (int) sum.getValue();
    }
}

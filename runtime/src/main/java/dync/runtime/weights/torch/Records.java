package dync.runtime.weights.torch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the numbers of a file lie. */
interface Records extends Closeable {

    /** The object that was saved. */
    Object root();

    /** @throws Broken if the file does not hold all its numbers */
    void check(Storage storage) throws Broken;

    /**
     * Reads a part of a storage's bytes.
     *
     * @param from the first byte
     * @param into filled from its position to its limit, part by part
     * @throws Broken if they are damaged
     */
    void read(Storage storage, long from, Iterable<ByteBuffer> into) throws IOException, Broken;

    /** The number of bytes of a storage. */
    static long bytes(Storage storage) throws Broken {
        int width = storage.width()
                .orElseThrow(() -> new Broken("a " + storage.type() + " has numbers that dync does not know"));
        try {
            return Math.multiplyExact(storage.count(), width);
        } catch (ArithmeticException overflow) {
            throw new Broken("a storage of " + storage.count() + " numbers is larger than any file");
        }
    }
}

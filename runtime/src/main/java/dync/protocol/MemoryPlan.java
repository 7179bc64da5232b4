package dync.protocol;

import dync.runtime.UserError;
import dync.settings.DataSize;

/**
 * How many images go together so that their responses stay within a limit: half of it is for those of the batch that the
 * model is shown, half for those that wait to be written.
 *
 * @param batch images that are shown together
 * @param chunk images whose responses are in one file
 */
record MemoryPlan(int batch, int chunk) {
    /** A file that is larger is no faster to write, and more is lost when the machine stops. */
    private static final long LARGEST_FILE = 64_000_000;

    /**
     * Divides the memory.
     *
     * @param held bytes of an image while it is shown
     * @param kept bytes of an image that waits to be written
     * @throws UserError if one image alone needs more
     */
    static MemoryPlan of(DataSize memory, long held, long kept, int wantedBatch) {
        long half = memory.bytes() / 2;
        if (Math.max(held, kept) > half) {
            throw new UserError(
                    "the responses of one image take " + (2 * Math.max(held, kept) + 999_999) / 1_000_000
                            + " MB of memory, and testing.memory is " + memory,
                    "record fewer areas (--record), less of them (--reduce mean, --reduce channels), or raise"
                            + " testing.memory");
        }
        long batch = Math.min(wantedBatch, half / Math.max(1, held));
        long chunk = Math.max(1, Math.min(half, LARGEST_FILE) / Math.max(1, kept));
        return new MemoryPlan((int) batch, (int) Math.min(chunk, Integer.MAX_VALUE));
    }
}

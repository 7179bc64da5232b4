package dync.train;

import dync.runtime.UserError;
import java.util.Locale;
import java.util.regex.Pattern;

/** What libtorch says when memory runs out, in words that tell what to do. */
public final class OutOfMemory {
    private static final Pattern SAID =
            Pattern.compile("out of memory|can't allocate memory|not enough memory|cublas_status_alloc_failed");

    private OutOfMemory() {}

    /**
     * Runs something that needs much memory.
     *
     * @throws UserError if there is not enough
     */
    public static void explained(int batch, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            if (failed.getMessage() == null
                    || !SAID.matcher(failed.getMessage().toLowerCase(Locale.ROOT))
                            .find()) {
                throw failed;
            }
            throw new UserError(
                    "the memory does not suffice for a batch of " + batch, "make the batch smaller", failed);
        }
    }
}

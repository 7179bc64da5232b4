package dync.runtime.device;

import dync.runtime.UserError;
import org.bytedeco.pytorch.global.torch;

/** How many threads libtorch splits one operation over. */
public final class Threads {
    private Threads() {}

    /** @throws UserError if the number is not positive */
    public static void use(int threads) {
        if (threads < 1) {
            throw new UserError("threads = " + threads, "give at least one thread");
        }
        torch.set_num_threads(threads);
    }

    public static int inUse() {
        return torch.get_num_threads();
    }
}

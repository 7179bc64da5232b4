package dync.lsp.document;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Ends work that nobody waits for any more. */
public final class Abandoned {
    private Abandoned() {}

    /** @throws CancellationException when {@code abandoned} holds */
    public static void stopIf(BooleanSupplier abandoned) {
        if (abandoned.getAsBoolean()) {
            throw new CancellationException("nobody waits for it any more");
        }
    }
}

package dync.lsp;

import java.util.function.BooleanSupplier;

/**
 * How long an answer is worth working on: until nobody waits for it; and where the text has changed since, a short while,
 * so that what is quick is still answered and what is slow does not keep newer questions waiting.
 */
final class Patience {
    private static final long NANOS_WHEN_OUTDATED = 100_000_000;

    private final BooleanSupplier cancelled;
    private final BooleanSupplier outdated;
    private final long begun = System.nanoTime();

    Patience(BooleanSupplier cancelled, BooleanSupplier outdated) {
        this.cancelled = cancelled;
        this.outdated = outdated;
    }

    boolean isOver() {
        return cancelled.getAsBoolean() || System.nanoTime() - begun > NANOS_WHEN_OUTDATED && outdated.getAsBoolean();
    }
}

package dync.runtime;

import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * What an area committed during the last steps. It owns what it keeps and lets it go once it is too old, whatever scope
 * it was made in.
 */
public final class History implements AutoCloseable {
    private final Tensor[] slots; // slot t mod length holds what was committed at step t; one more than the depth
    private final Optional<Tensor> blank;
    private int step = -1;
    private int firstCommit = Integer.MAX_VALUE;

    /** @param blank what stands for all steps before the first commit; empty for nothing, which is absence */
    History(int depth, Optional<Tensor> blank) {
        if (depth < 1) {
            throw new IllegalArgumentException("a history of " + depth + " steps keeps nothing");
        }
        slots = new Tensor[depth + 1];
        this.blank = blank.map(Native::hold);
    }

    /**
     * What was committed some steps ago.
     *
     * @param steps 0 for what was committed in this step, up to the depth
     * @return null where nothing was committed then; with a blank past, zeros for every step before the
     *     first commit
     */
    public Tensor ago(int steps) {
        if (steps < 0 || steps >= slots.length) {
            throw new IllegalArgumentException(
                    "asked for " + steps + " steps ago, the history keeps 0 to " + (slots.length - 1));
        }
        int then = step - steps;
        Tensor past = then < 0 ? null : slots[then % slots.length];
        return past == null && steps > 0 && then < firstCommit ? blank.orElse(null) : past;
    }

    /**
     * Keeps a value for this step; a second commit in one step replaces the first.
     *
     * @param value null where the area is absent
     */
    public void commit(Tensor value) {
        if (step < 0) {
            throw new IllegalStateException("commit before the first step");
        }
        put(step % slots.length, value == null ? null : Native.hold(value));
        if (value != null) {
            firstCommit = Math.min(firstCommit, step);
        }
    }

    /** Begins a step: what is older than the depth goes. */
    void advance(int now) {
        step = now;
        put(now % slots.length, null);
    }

    /** Cuts the gradient behind everything kept; the values stay. */
    void detach() {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != null) {
                try (PointerScope scope = new PointerScope()) {
                    put(i, Native.hold(slots[i].detach()));
                }
            }
        }
    }

    private void put(int slot, Tensor held) {
        Native.release(slots[slot]);
        slots[slot] = held;
    }

    @Override
    public void close() {
        for (int i = 0; i < slots.length; i++) {
            put(i, null);
        }
        blank.ifPresent(Native::release);
    }
}

package dync.runtime;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * What an area committed during the last steps. It owns what it keeps and lets it go once it is too old, whatever scope
 * it was made in.
 */
public final class History implements AutoCloseable {
    private final Clock clock;
    private final int depth;
    private final Tensor[] slots; // slot t mod length holds what was committed at step t
    private final Optional<Tensor> blank;
    private int firstCommit = Integer.MAX_VALUE;
    private Tensor together; // the steps of a tile as one tensor, for whoever reads just these
    private int togetherFrom = -1;
    private int togetherSteps = 0;

    /**
     * @param depth how many steps back it is read
     * @param tile how many steps may be committed before the oldest is let go
     * @param blank what stands for all steps before the first commit; empty for nothing, which is absence
     */
    History(Clock clock, int depth, int tile, Optional<Tensor> blank) {
        if (depth < 0) {
            throw new IllegalArgumentException("a history of " + depth + " steps keeps nothing");
        }
        this.clock = clock;
        this.depth = depth;
        slots = new Tensor[depth + tile];
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
        if (steps < 0 || steps > depth) {
            throw new IllegalArgumentException("asked for " + steps + " steps ago, the history keeps 0 to " + depth);
        }
        return at(clock.now() - steps, steps);
    }

    private Tensor at(int step, int ago) {
        Tensor past = step < 0 ? null : slots[step % slots.length];
        return past == null && ago > 0 && step < firstCommit ? blank.orElse(null) : past;
    }

    /**
     * What was committed in the steps of a tile, some steps ago, one after another along the first axis.
     *
     * @param steps 0 for this very tile, or as many as a tile is long and more
     * @return null where nothing was committed then
     */
    public Tensor tile(int steps) {
        if (clock.length() == 1) {
            return ago(steps);
        }
        int from = clock.first() - steps;
        if (togetherFrom != from || togetherSteps != clock.length()) {
            Tensor[] all = new Tensor[clock.length()];
            for (int i = 0; i < all.length; i++) {
                all[i] = at(from + i, steps - i);
            }
            if (Arrays.stream(all).allMatch(value -> value == null)) {
                return null;
            }
            together(torch.cat(new TensorVector(all), 0), from);
        }
        return together;
    }

    /** What was committed at each step of this tile. */
    Tensor[] steps() {
        Tensor[] all = new Tensor[clock.length()];
        for (int i = 0; i < all.length; i++) {
            all[i] = at(clock.first() + i, 0);
        }
        return all;
    }

    private void together(Tensor tile, int from) {
        Tensor before = together;
        together = Native.hold(tile);
        togetherFrom = from;
        togetherSteps = clock.length();
        Native.release(before);
    }

    /**
     * Keeps a value for this step, or the steps of this tile; a second commit replaces the first.
     *
     * @param value null where the area is absent
     */
    public void commit(Tensor value) {
        if (clock.length() < 1) {
            throw new IllegalStateException("commit before the first step");
        }
        if (clock.stepping() || clock.length() == 1) {
            put(clock.now(), value);
        } else if (value != null) {
            put(clock.cut(value));
            if (clock.isFolded(value)) {
                together(value, clock.first());
            }
        }
    }

    /** Keeps what follows from the stimulus alone for the steps of this tile. */
    public void commit(Kept value) {
        put(value.steps());
    }

    private void put(Tensor[] values) {
        for (int i = 0; i < values.length; i++) {
            put(clock.first() + i, values[i]);
        }
    }

    private void put(int step, Tensor value) {
        hold(step % slots.length, value == null ? null : Native.hold(value));
        if (value != null) {
            firstCommit = Math.min(firstCommit, step);
        }
    }

    /** Begins a tile: what is older than the depth goes. */
    void advance() {
        for (int i = 0; i < clock.length(); i++) {
            hold((clock.first() + i) % slots.length, null);
        }
    }

    /** Cuts the gradient behind everything kept; the values stay. */
    void detach() {
        forgetTogether();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != null) {
                try (PointerScope scope = new PointerScope()) {
                    hold(i, Native.hold(slots[i].detach()));
                }
            }
        }
    }

    private void hold(int slot, Tensor held) {
        Native.release(slots[slot]);
        slots[slot] = held;
    }

    private void forgetTogether() {
        Native.release(together);
        together = null;
        togetherFrom = -1;
        togetherSteps = 0;
    }

    @Override
    public void close() {
        forgetTogether();
        for (int i = 0; i < slots.length; i++) {
            hold(i, null);
        }
        blank.ifPresent(Native::release);
    }
}

package dync.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;

/**
 * The steps of one run, tile by tile; a tile is one step unless the plan allows more. It opens a scope for the native
 * memory of each tile and closes it after, feeds the input, runs the idle steps on a blank input before the real ones
 * and cuts the gradient where the clock says so. What is committed, kept, answered or recorded outlives the tile;
 * everything else made in it is gone when the next one begins.
 */
public final class TimeLoop implements AutoCloseable {
    private final ModelInfo info;
    private final Stimulus stimulus;
    private final int last;
    private final int longest;
    private final Clock clock = new Clock();
    private final Zeros zeros;
    private final Inputs inputs;
    private final Outcome outcome;
    private final List<History> histories = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private PointerScope scope;
    private int tile = 1;
    private int[] ends = {};
    private boolean changed = true;

    /**
     * @param options precision and device of the weights
     * @param longest how many steps may run as one batch, where the plan allows it
     */
    TimeLoop(ModelInfo info, Stimulus stimulus, Recording recording, TensorOptions options, int longest) {
        if (stimulus.steps() < 1) {
            throw new IllegalArgumentException("a stimulus of " + stimulus.steps() + " steps");
        }
        this.info = info;
        this.stimulus = stimulus;
        this.longest = longest;
        last = info.idle() + stimulus.steps() - 1;
        zeros = new Zeros(stimulus.batch(), options);
        inputs = new Inputs(info, stimulus, clock, zeros);
        outcome = new Outcome(info, stimulus, recording, options);
    }

    /**
     * Lets several steps run as one batch. To be called before the first step.
     *
     * @param longest how many the plan allows
     * @param ends the steps before which a tile ends, ascending
     */
    public void tiles(int longest, int... ends) {
        tile = Math.max(1, Math.min(longest, this.longest));
        this.ends = ends;
    }

    /**
     * Ends a tile and begins the next.
     *
     * @return false when all steps are done
     * @throws CancellationException if the thread was interrupted
     */
    public boolean next() {
        endTile();
        int first = clock.first() + clock.length();
        if (first > last) {
            return false;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted before step " + first);
        }
        boolean folded = !clock.still();
        int length = length(first);
        boolean still = length == 1 || !changes(first + 1);
        changed = changes(first) || folded || !still;
        clock.tile(first, length, still);
        histories.forEach(History::advance);
        scope = new PointerScope();
        return true;
    }

    /** How many steps run as one: none is absent in some of them, all see one frame or all see different ones. */
    private int length(int first) {
        int most = Math.min(tile, last + 1 - first);
        for (int end : ends) {
            most = end > first ? Math.min(most, end - first) : most;
        }
        most = first < info.idle() ? Math.min(most, info.idle() - first) : most;
        if (info.truncate() > 0 && first >= info.idle()) {
            most = Math.min(most, info.truncate() - (first - info.idle()) % info.truncate());
        }
        int length = 1;
        while (length < most && changes(first + length) == changes(first + 1)) {
            length++;
        }
        return length;
    }

    private boolean changes(int step) {
        if (step == 0 || step == info.idle()) {
            return true;
        }
        return step > info.idle() && stimulus.changes(step - info.idle());
    }

    private void endTile() {
        inputs.clear();
        if (scope != null) {
            scope.close();
            scope = null;
            if (cutsGradient()) {
                histories.forEach(History::detach);
            }
        }
    }

    /** After the last idle step, and after every so many real ones. */
    private boolean cutsGradient() {
        int done = clock.first() + clock.length() - info.idle();
        return done == 0 || (done > 0 && info.truncate() > 0 && done % info.truncate() == 0);
    }

    /**
     * Where a loop is closed within the tile: the next of its steps.
     *
     * @return false after the last, when the tile is one again
     */
    public boolean step() {
        return clock.step();
    }

    /** The first step of the tile, counted from 0 with the idle ones. */
    public int t() {
        return clock.first();
    }

    /** Whether this tile sees something else than the one before, or several frames. */
    public boolean frameChanged() {
        return changed;
    }

    public boolean idle() {
        return clock.first() < info.idle();
    }

    /**
     * The frame of this tile, {@code [B, C, H, W]}, or its frames one after another where they differ; null where the
     * stimulus has none.
     */
    public Tensor input(String name) {
        return inputs.of(name);
    }

    /** What stands for an absent flow at this step, or in all steps of this tile: zeros, made once. */
    public Tensor blank(long... shape) {
        return zeros.of(clock.stepping() ? 1 : Math.max(1, clock.length()), shape);
    }

    /** Keeps what is committed for up to {@code depth} steps; before the first commit there is nothing. */
    public History history(int depth) {
        return add(new History(clock, depth, tile, Optional.empty()));
    }

    /**
     * The same with a blank past.
     *
     * @param shape of one sample; the past is zeros of {@code [B, shape…]}
     */
    public History history(int depth, long... shape) {
        Tensor blank = zeros.fresh(1, shape);
        History history = add(new History(clock, depth, tile, Optional.of(blank)));
        Native.release(blank);
        return history;
    }

    private History add(History history) {
        if (clock.length() > 0) {
            throw new IllegalStateException("a history begins before the first step");
        }
        histories.add(history);
        return history;
    }

    /** A place for what follows from the stimulus alone. */
    public Kept kept() {
        Kept place = new Kept(clock);
        kept.add(place);
        return place;
    }

    /** A value of the tile, for what runs step by step. */
    public Steps steps(Tensor tile) {
        return new Steps(clock, tile);
    }

    /** Zero without axes, in the weights' precision and on their device. */
    public Tensor zero() {
        return zeros.scalar();
    }

    /** A past value, or zero where there is none: a variable that was never set is 0. */
    public Tensor orZero(Tensor past) {
        return past == null ? zeros.scalar() : past;
    }

    /** Keeps a response if it is asked for, and a penalty always; null where the area is absent. */
    public void record(String name, Tensor value) {
        if (isRecorded(name)) {
            outcome.record(name, shown(), cut(value));
        }
    }

    /** Keeps a response that follows from the stimulus alone. */
    public void record(String name, Kept value) {
        if (isRecorded(name)) {
            outcome.record(name, shown(), value.steps());
        }
    }

    /** Keeps a response that was made step by step. */
    public void record(String name, History value) {
        if (isRecorded(name)) {
            outcome.record(name, shown(), value.steps());
        }
    }

    private boolean isRecorded(String name) {
        return !idle() && outcome.wants(name);
    }

    /** Keeps what a readout says in this tile; null where nothing has reached it. */
    public void answer(String name, Tensor value) {
        if (!idle()) {
            outcome.answer(name, shown(), cut(value));
        }
    }

    /** Keeps what a readout says that sees the stimulus alone. */
    public void answer(String name, Kept value) {
        if (!idle()) {
            outcome.answer(name, shown(), value.steps());
        }
    }

    /** Keeps what a readout says step by step. */
    public void answer(String name, History value) {
        if (!idle()) {
            outcome.answer(name, shown(), value.steps());
        }
    }

    /** The first step of the tile, counted without the idle ones. */
    private int shown() {
        return clock.first() - info.idle();
    }

    private Tensor[] cut(Tensor value) {
        return value == null ? new Tensor[clock.length()] : clock.cut(value);
    }

    /** Puts the steps together. */
    Responses finish() {
        int reached = clock.first() + clock.length() - 1;
        if (reached != last || scope != null) {
            throw new IllegalStateException(info.name() + " stopped at step " + reached + " of " + (last + 1)
                    + "; a model runs until next() is false");
        }
        return outcome.together();
    }

    /** Lets everything go, after the last step or in the middle of one. */
    @Override
    public void close() {
        if (scope != null) {
            scope.close();
            scope = null;
        }
        histories.forEach(History::close);
        kept.forEach(Kept::close);
        outcome.close();
        zeros.close();
    }
}

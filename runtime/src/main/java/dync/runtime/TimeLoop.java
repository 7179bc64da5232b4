package dync.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The steps of one run, tile by tile; a tile is one step unless the plan allows more. It opens a scope for the native
 * memory of each tile and closes it after, feeds the input, runs the idle steps on a blank input before the real ones
 * and cuts the gradient where the clock says so. What is committed, kept, answered or recorded outlives the tile;
 * everything else made in it is gone when the next one begins.
 */
public final class TimeLoop implements AutoCloseable {
    private final ModelInfo info;
    private final Stimulus stimulus;
    private final Recording recording;
    private final TensorOptions options;
    private final int last;
    private final Tensor zero;
    private final int longest;
    private final Clock clock = new Clock();
    private final List<History> histories = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Map<String, Tensor> blanks = new HashMap<>();
    private final Map<String, Tensor> frames = new HashMap<>();
    private final Map<String, Series> answers = new LinkedHashMap<>();
    private final Map<String, Series> records = new LinkedHashMap<>();
    private final Map<String, Series> penalties = new LinkedHashMap<>();
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
        this.recording = recording;
        this.options = options;
        this.longest = longest;
        last = info.idle() + stimulus.steps() - 1;
        zero = Native.hold(torch.zeros(new long[0], options));
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
        frames.clear();
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
        if (!frames.containsKey(name)) {
            frames.put(name, idle() ? blank(name) : clock.still() ? frame(name, 0) : frames(name));
        }
        return frames.get(name);
    }

    private Tensor frames(String name) {
        Tensor[] all = new Tensor[clock.length()];
        for (int i = 0; i < all.length; i++) {
            all[i] = frame(name, i);
        }
        return torch.cat(new TensorVector(all), 0);
    }

    private Tensor frame(String name, int offset) {
        int step = clock.first() + offset - info.idle();
        Tensor frame = stimulus.frame(name, step);
        ModelInfo.Input input = declared(name);
        if (frame != null) {
            Frames.check(input, stimulus.batch(), frame, zero);
        } else if (!input.gaps()) {
            throw new UserError(
                    "the stimulus has no frame for the input '" + name + "' at step " + step + ", and " + info.name()
                            + " was compiled for one at every step",
                    "declare the input with gaps = true, or show a blank frame");
        }
        return frame;
    }

    private Tensor blank(String name) {
        ModelInfo.Input input = declared(name);
        Optional<Tensor> stated = stimulus.idle(name);
        stated.ifPresent(frame -> Frames.check(input, stimulus.batch(), frame, zero));
        return stated.orElseGet(() -> zeros(1, input.channels(), input.height(), input.width()));
    }

    /** What stands for an absent flow at this step, or in all steps of this tile: zeros, made once. */
    public Tensor blank(long... shape) {
        return zeros(clock.stepping() ? 1 : Math.max(1, clock.length()), shape);
    }

    private Tensor zeros(int steps, long... shape) {
        long[] batched = batched(steps, shape);
        return blanks.computeIfAbsent(Arrays.toString(batched), missing -> zeros(batched));
    }

    private ModelInfo.Input declared(String name) {
        return info.input(name)
                .orElseThrow(() -> new IllegalArgumentException(info.name() + " declares no input '" + name + "'"));
    }

    private Tensor zeros(long... shape) {
        try (PointerScope own = new PointerScope()) {
            return Native.hold(torch.zeros(shape, options));
        }
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
        Tensor blank = zeros(batched(1, shape));
        History history = add(new History(clock, depth, tile, Optional.of(blank)));
        Native.release(blank);
        return history;
    }

    private long[] batched(int steps, long... shape) {
        long[] batched = new long[shape.length + 1];
        batched[0] = steps * stimulus.batch();
        System.arraycopy(shape, 0, batched, 1, shape.length);
        return batched;
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
        return zero;
    }

    /** A past value, or zero where there is none: a variable that was never set is 0. */
    public Tensor orZero(Tensor past) {
        return past == null ? zero : past;
    }

    /** Keeps a response if it is asked for, and a penalty always; null where the area is absent. */
    public void record(String name, Tensor value) {
        if (isRecorded(name)) {
            keep(name, cut(value));
        }
    }

    /** Keeps a response that follows from the stimulus alone. */
    public void record(String name, Kept value) {
        if (isRecorded(name)) {
            keep(name, value.steps());
        }
    }

    /** Keeps a response that was made step by step. */
    public void record(String name, History value) {
        if (isRecorded(name)) {
            keep(name, value.steps());
        }
    }

    private boolean isRecorded(String name) {
        return !idle() && (recording.wants(name) || info.penalties().containsKey(name));
    }

    private void keep(String name, Tensor[] steps) {
        if (recording.wants(name)) {
            put(records, name, recording.reduced(steps), recording.keepsGradient());
        }
        if (info.penalties().containsKey(name)) {
            put(penalties, name, steps, GradMode.is_enabled());
        }
    }

    /** Keeps what a readout says in this tile; null where nothing has reached it. */
    public void answer(String name, Tensor value) {
        if (!idle()) {
            put(answers, name, cut(value), GradMode.is_enabled());
        }
    }

    /** Keeps what a readout says that sees the stimulus alone. */
    public void answer(String name, Kept value) {
        if (!idle()) {
            put(answers, name, value.steps(), GradMode.is_enabled());
        }
    }

    /** Keeps what a readout says step by step. */
    public void answer(String name, History value) {
        if (!idle()) {
            put(answers, name, value.steps(), GradMode.is_enabled());
        }
    }

    private Tensor[] cut(Tensor value) {
        return value == null ? new Tensor[clock.length()] : clock.cut(value);
    }

    private void put(Map<String, Series> among, String name, Tensor[] values, boolean gradient) {
        Series series = among.computeIfAbsent(name, missing -> Series.of(stimulus.steps(), gradient));
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                series.put(clock.first() + i - info.idle(), values[i]);
            }
        }
    }

    /** Puts the steps together. */
    Responses finish() {
        int reached = clock.first() + clock.length() - 1;
        if (reached != last || scope != null) {
            throw new IllegalStateException(info.name() + " stopped at step " + reached + " of " + (last + 1)
                    + "; a model runs until next() is false");
        }
        Responses responses = new Responses(stimulus.steps());
        try {
            answers.forEach((name, series) ->
                    responses.addAnswer(name, series.together().orElseGet(() -> silent(name)), series.present()));
            records.forEach((name, series) -> responses.addRecorded(
                    name, series.together().orElseGet(() -> silentRecord(name)), series.present()));
            penalties.forEach((name, series) -> responses.addPenalty(
                    name,
                    info.penalties().get(name),
                    series.together().orElseGet(() -> silent(name)),
                    series.present()));
            return responses;
        } catch (RuntimeException | Error failed) {
            responses.close();
            throw failed;
        }
    }

    /** Stands for a readout or area that no signal ever reached. */
    private Tensor silent(String name) {
        return silent(shape(name));
    }

    /** The same as it would have been recorded. */
    private Tensor silentRecord(String name) {
        long[] one = batched(1, shape(name).stream().mapToLong(Long::longValue).toArray());
        try (PointerScope own = new PointerScope()) {
            Tensor reduced = recording.reduced(new Tensor[] {torch.zeros(one, options)})[0];
            long[] timed = LongStream.concat(
                            LongStream.of(stimulus.batch(), stimulus.steps()),
                            Arrays.stream(reduced.shape()).skip(1))
                    .toArray();
            return Native.hold(torch.zeros(timed, reduced.options()));
        }
    }

    private List<Long> shape(String name) {
        return info.readout(name)
                .map(readout -> List.of(readout.features()))
                .or(() -> info.area(name).map(ModelInfo.Area::shape))
                .orElseThrow(() -> new IllegalStateException(info.name() + " declares no readout or area " + name));
    }

    private Tensor silent(List<Long> shape) {
        long[] full = new long[shape.size() + 2];
        full[0] = stimulus.batch();
        full[1] = stimulus.steps();
        for (int i = 0; i < shape.size(); i++) {
            full[i + 2] = shape.get(i);
        }
        return zeros(full);
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
        answers.values().forEach(Series::close);
        records.values().forEach(Series::close);
        penalties.values().forEach(Series::close);
        blanks.values().forEach(Native::release);
        Native.release(zero);
    }
}

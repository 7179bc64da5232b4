package dync.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * The steps of one run. It opens a scope for the native memory of each step and closes it after, feeds the input, runs
 * the idle steps on a blank input before the real ones and cuts the gradient where the clock says so. What is
 * committed, answered or recorded outlives the step; everything else made in a step is gone when the next one begins.
 */
public final class TimeLoop implements AutoCloseable {
    private final ModelInfo info;
    private final Stimulus stimulus;
    private final Recording recording;
    private final TensorOptions options;
    private final int last;
    private final Tensor zero;
    private final List<History> histories = new ArrayList<>();
    private final Map<String, Tensor> blanks = new HashMap<>();
    private final Map<String, Tensor> frames = new HashMap<>();
    private final Map<String, Series> answers = new LinkedHashMap<>();
    private final Map<String, Series> records = new LinkedHashMap<>();
    private PointerScope scope;
    private int t = -1;

    /** @param options precision and device of the weights */
    TimeLoop(ModelInfo info, Stimulus stimulus, Recording recording, TensorOptions options) {
        if (stimulus.steps() < 1) {
            throw new IllegalArgumentException("a stimulus of " + stimulus.steps() + " steps");
        }
        this.info = info;
        this.stimulus = stimulus;
        this.recording = recording;
        this.options = options;
        last = info.idle() + stimulus.steps() - 1;
        zero = Native.hold(torch.zeros(new long[0], options));
    }

    /**
     * Ends a step and begins the next.
     *
     * @return false when all steps are done
     * @throws CancellationException if the thread was interrupted
     */
    public boolean next() {
        endStep();
        if (t == last) {
            return false;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted before step " + (t + 1));
        }
        t++;
        histories.forEach(history -> history.advance(t));
        scope = new PointerScope();
        return true;
    }

    private void endStep() {
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
        int done = t + 1 - info.idle();
        return done == 0 || (done > 0 && info.truncate() > 0 && done % info.truncate() == 0);
    }

    /** The step, counted from 0 with the idle ones. */
    public int t() {
        return t;
    }

    public boolean idle() {
        return t < info.idle();
    }

    /** The frame of this step, {@code [B, C, H, W]}; null where the stimulus has none. */
    public Tensor input(String name) {
        if (!frames.containsKey(name)) {
            frames.put(name, idle() ? blank(name) : frame(name));
        }
        return frames.get(name);
    }

    private Tensor frame(String name) {
        Tensor frame = stimulus.frame(name, t - info.idle());
        ModelInfo.Input input = declared(name);
        if (frame != null) {
            Frames.check(input, stimulus.batch(), frame, zero);
        } else if (!input.gaps()) {
            throw new UserError(
                    "the stimulus has no frame for the input '" + name + "' at step " + (t - info.idle()) + ", and "
                            + info.name() + " was compiled for one at every step",
                    "declare the input with gaps = true, or show a blank frame");
        }
        return frame;
    }

    private Tensor blank(String name) {
        ModelInfo.Input input = declared(name);
        return blank(input.channels(), input.height(), input.width());
    }

    /** Zeros for every sample, {@code [B, shape…]}, made once. */
    public Tensor blank(long... shape) {
        return blanks.computeIfAbsent(Arrays.toString(shape), missing -> zeros(batched(shape)));
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
        return add(new History(depth, Optional.empty()));
    }

    /**
     * The same with a blank past.
     *
     * @param shape of one sample; the past is zeros of {@code [B, shape…]}
     */
    public History history(int depth, long... shape) {
        Tensor blank = zeros(batched(shape));
        History history = add(new History(depth, Optional.of(blank)));
        Native.release(blank);
        return history;
    }

    private long[] batched(long... shape) {
        long[] batched = new long[shape.length + 1];
        batched[0] = stimulus.batch();
        System.arraycopy(shape, 0, batched, 1, shape.length);
        return batched;
    }

    private History add(History history) {
        if (t >= 0) {
            throw new IllegalStateException("a history begins before the first step");
        }
        histories.add(history);
        return history;
    }

    /** Zero without axes, in the weights' precision and on their device. */
    public Tensor zero() {
        return zero;
    }

    /** A past value, or zero where there is none: a variable that was never set is 0. */
    public Tensor orZero(Tensor past) {
        return past == null ? zero : past;
    }

    /** Keeps a response if it is asked for; null where the area is absent. */
    public void record(String name, Tensor value) {
        if (!idle() && recording.wants(name)) {
            put(records, name, value, recording.keepsGradient());
        }
    }

    /** Keeps what a readout says at this step; null where nothing has reached it. */
    public void answer(String name, Tensor value) {
        if (!idle()) {
            put(answers, name, value, GradMode.is_enabled());
        }
    }

    private void put(Map<String, Series> among, String name, Tensor value, boolean gradient) {
        Series series = among.computeIfAbsent(name, missing -> Series.of(stimulus.steps(), gradient));
        if (value != null) {
            series.put(t - info.idle(), value);
        }
    }

    /** Puts the steps together. */
    Responses finish() {
        if (t != last || scope != null) {
            throw new IllegalStateException(info.name() + " stopped at step " + t + " of " + (last + 1)
                    + "; a model runs until next() is false");
        }
        Responses responses = new Responses(stimulus.steps());
        try {
            answers.forEach((name, series) ->
                    responses.addAnswer(name, series.together().orElseGet(() -> silent(name)), series.present()));
            records.forEach((name, series) ->
                    responses.addRecorded(name, series.together().orElseGet(() -> silent(name)), series.present()));
            return responses;
        } catch (RuntimeException | Error failed) {
            responses.close();
            throw failed;
        }
    }

    /** Stands for a readout or area that no signal ever reached. */
    private Tensor silent(String name) {
        List<Long> shape = info.readout(name)
                .map(readout -> List.of(readout.features()))
                .or(() -> info.area(name).map(ModelInfo.Area::shape))
                .orElseThrow(() -> new IllegalStateException(info.name() + " declares no readout or area " + name));
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
        answers.values().forEach(Series::close);
        records.values().forEach(Series::close);
        blanks.values().forEach(Native::release);
        Native.release(zero);
    }
}

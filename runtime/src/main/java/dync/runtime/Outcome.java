package dync.runtime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** What a run yields step by step: answers of readouts, recorded responses, and what penalties are charged on. */
final class Outcome implements AutoCloseable {
    private final ModelInfo info;
    private final Recording recording;
    private final long batch;
    private final int steps;
    private final TensorOptions options;
    private final Map<String, Series> answers = new LinkedHashMap<>();
    private final Map<String, Series> records = new LinkedHashMap<>();
    private final Map<String, Series> penalties = new LinkedHashMap<>();

    /** @param options precision and device of the weights */
    Outcome(ModelInfo info, Stimulus stimulus, Recording recording, TensorOptions options) {
        this.info = info;
        this.recording = recording;
        this.batch = stimulus.batch();
        this.steps = stimulus.steps();
        this.options = options;
    }

    /** Whether somebody asks for the responses of this name. */
    boolean wants(String name) {
        return recording.wants(name) || info.penalties().containsKey(name);
    }

    /**
     * Keeps responses if they are recorded, and for a penalty always.
     *
     * @param first the step of the first, counted from 0 without the idle ones
     * @param values one for each step, null where the area is absent
     */
    void record(String name, int first, Tensor[] values) {
        if (recording.wants(name)) {
            put(records, name, first, recording.reduced(values), recording.keepsGradient());
        }
        if (info.penalties().containsKey(name)) {
            put(penalties, name, first, values, GradMode.is_enabled());
        }
    }

    /** Keeps what a readout says; null where nothing has reached it. */
    void answer(String name, int first, Tensor[] values) {
        put(answers, name, first, values, GradMode.is_enabled());
    }

    private void put(Map<String, Series> among, String name, int first, Tensor[] values, boolean gradient) {
        Series series = among.computeIfAbsent(name, missing -> Series.of(steps, gradient));
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                series.put(first + i, values[i]);
            }
        }
    }

    /** Puts the steps together. */
    Responses together() {
        Responses responses = new Responses(steps);
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
        try (PointerScope own = new PointerScope()) {
            return Native.hold(torch.zeros(timed(shape(name)), options));
        }
    }

    /** The same as it would have been recorded. */
    private Tensor silentRecord(String name) {
        long[] one = LongStream.concat(LongStream.of(batch), Arrays.stream(shape(name)))
                .toArray();
        try (PointerScope own = new PointerScope()) {
            Tensor reduced = recording.reduced(new Tensor[] {torch.zeros(one, options)})[0];
            long[] shape = Arrays.stream(reduced.shape()).skip(1).toArray();
            return Native.hold(torch.zeros(timed(shape), reduced.options()));
        }
    }

    private long[] timed(long[] shape) {
        return LongStream.concat(LongStream.of(batch, steps), Arrays.stream(shape))
                .toArray();
    }

    private long[] shape(String name) {
        List<Long> shape = info.readout(name)
                .map(readout -> List.of(readout.features()))
                .or(() -> info.area(name).map(ModelInfo.Area::shape))
                .orElseThrow(() -> new IllegalStateException(info.name() + " declares no readout or area " + name));
        return shape.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void close() {
        answers.values().forEach(Series::close);
        records.values().forEach(Series::close);
        penalties.values().forEach(Series::close);
    }
}

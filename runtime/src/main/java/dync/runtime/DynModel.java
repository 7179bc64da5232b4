package dync.runtime;

import dync.runtime.weights.Bounds;
import dync.runtime.weights.Init;
import dync.runtime.weights.Precision;
import dync.runtime.weights.Weight;
import dync.runtime.weights.Weighted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A compiled model: its weights and its steps over time. Generated classes declare their weights as fields and print
 * the steps in {@link #run}. A model is used by one thread at a time; its weights live until {@link #close()}.
 */
public abstract class DynModel implements Weighted, AutoCloseable {
    private static final int SAMPLES_AT_ONCE = 512;

    private final ModelInfo info;
    private final Map<String, Weight> weights = new LinkedHashMap<>();
    private final Sheets sheets = new Sheets();
    private boolean training = true;
    private Optional<Integer> tile = Optional.empty();
    private Optional<Integer> truncate = Optional.empty();
    private Optional<Device> device = Optional.empty();
    private ScalarType precision = ScalarType.Float;

    protected DynModel(ModelInfo info) {
        this.info = info;
    }

    /** One run over time: {@code while (loop.next()) { … }}. */
    protected abstract void run(TimeLoop loop);

    public final ModelInfo info() {
        return info;
    }

    /** All weights by name, in the order of their declaration. */
    @Override
    public final Map<String, Weight> weights() {
        return Collections.unmodifiableMap(weights);
    }

    /** Declares a trainable weight; without a shape it is one number. */
    protected final Tensor weight(String name, Init init, long... shape) {
        return declare(new Weight(name, init, true, Optional.empty(), shape));
    }

    /** Declares a trainable weight that {@link #constrain()} keeps within bounds. */
    protected final Tensor weight(String name, Init init, Bounds bounds, long... shape) {
        return declare(new Weight(name, init, true, Optional.of(bounds), shape));
    }

    /** Declares a weight that is not trained. */
    protected final Tensor buffer(String name, Init init, long... shape) {
        return declare(new Weight(name, init, false, Optional.empty(), shape));
    }

    /** Declares a weight that is not trained and has bounds. */
    protected final Tensor buffer(String name, Init init, Bounds bounds, long... shape) {
        return declare(new Weight(name, init, false, Optional.of(bounds), shape));
    }

    private Tensor declare(Weight weight) {
        if (weights.putIfAbsent(weight.name(), weight) != null) {
            weight.close();
            throw new IllegalArgumentException(info.name() + " has two weights named '" + weight.name() + "'");
        }
        return weight.tensor();
    }

    /** The index tables of cortical sheets, for {@link Ops#sheetconv}. */
    protected final Sheets sheets() {
        return sheets;
    }

    /** Draws all weights; each depends on the seed and its own name and shape only. */
    public final void initialise(long seed) {
        weights.values().forEach(weight -> weight.initialise(seed));
    }

    /** Brings every weight back into its bounds; to be called after each step of an optimiser. */
    public final void constrain() {
        weights.values().forEach(Weight::constrain);
    }

    /** Moves all weights; gradients are dropped. */
    public final void to(Device device) {
        this.device.ifPresent(Device::close);
        try (PointerScope scope = new PointerScope()) {
            Device kept = new Device(device);
            kept.retainReference();
            this.device = Optional.of(kept);
        }
        weights.values().forEach(weight -> weight.to(device));
        sheets.close();
    }

    /** Changes the precision of all weights; gradients are dropped. */
    public final void to(ScalarType precision) {
        this.precision = precision;
        weights.values().forEach(weight -> weight.to(precision));
    }

    /**
     * Computes convolutions and matrix products in this precision from now on. All else, the weights themselves among
     * it, stays in the precision of {@link #to(ScalarType)}.
     */
    public final void products(Precision precision) {
        weights.values().forEach(weight -> weight.products(precision));
    }

    /** Dropout drops, batch normalisation uses the batch: so a model begins. */
    public final void train() {
        training = true;
    }

    /** Dropout passes on, batch normalisation uses its running statistics. */
    public final void eval() {
        training = false;
    }

    public final boolean isTraining() {
        return training;
    }

    /**
     * Lets so many steps run as one batch where the plan allows it; without this one on the CPU, where a step fits its
     * caches and several do not, and on a GPU as many as make some hundred samples.
     */
    public final void tile(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a tile of " + steps + " steps");
        }
        tile = Optional.of(steps);
    }

    /**
     * Cuts the gradient after every so many real steps, whatever the model's own clock says; 0 never cuts it there
     * (truncated backpropagation through time, Williams and Peng 1990).
     */
    public final void truncate(int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("a gradient cut after every " + steps + " steps");
        }
        truncate = Optional.of(steps);
    }

    private int longestTile(long batch) {
        boolean gpu = device.map(Device::is_cuda).orElse(false);
        return tile.orElse(gpu ? Math.toIntExact(Math.max(1, SAMPLES_AT_ONCE / batch)) : 1);
    }

    /** How many numbers are trained. */
    public final long parameterCount() {
        return weights.values().stream()
                .filter(Weight::trainable)
                .mapToLong(Weight::count)
                .sum();
    }

    /**
     * Runs over all idle steps and all steps of the stimulus. Whether the answers carry a gradient is libtorch's
     * gradient mode of this thread ({@link NoGrad}).
     *
     * @return the caller closes it
     * @throws IllegalStateException if a weight was never given values
     * @throws UserError if the stimulus does not fit the inputs, or the recording names what is not there
     */
    public final Responses forward(Stimulus stimulus, Recording recording) {
        recording.check(info);
        ModelInfo clocked = truncate.map(info::truncatedAfter).orElse(info);
        try (PointerScope run = new PointerScope();
                TimeLoop loop = new TimeLoop(clocked, stimulus, recording, options(), longestTile(stimulus.batch()))) {
            run(loop);
            return loop.finish();
        } finally {
            weights.values().forEach(Weight::endRun);
        }
    }

    private TensorOptions options() {
        for (Weight weight : weights.values()) {
            if (!weight.isSet()) {
                throw new IllegalStateException("weight '" + weight.name() + "' of " + info.name()
                        + " was never given values: call initialise(seed) or load a file");
            }
        }
        TensorOptions options = new TensorOptions(precision);
        return device.isPresent() ? options.device(new DeviceOptional(device.get())) : options;
    }

    @Override
    public void close() {
        weights.values().forEach(Weight::close);
        sheets.close();
        device.ifPresent(Device::close);
        device = Optional.empty();
    }
}

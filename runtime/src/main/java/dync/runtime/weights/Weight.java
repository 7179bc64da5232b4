package dync.runtime.weights;

import dync.runtime.NoGrad;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * One named tensor of a model. The tensor object stays the same for the weight's whole life; device, precision and
 * values change inside it, so fields of generated classes stay valid. A weight owns its native memory until
 * {@link #close()}, whatever scope it was made in.
 */
public final class Weight implements AutoCloseable {
    private final String name;
    private final Init init;
    private final boolean trainable;
    private final Optional<Bounds> bounds;
    private final long[] shape;
    private final WeightTensor tensor;
    private boolean frozen;
    private boolean set;
    private boolean closed;

    /** Makes the tensor, of zeros in single precision on the CPU; {@link #initialise} or {@link #assign} gives values. */
    public Weight(String name, Init init, boolean trainable, Optional<Bounds> bounds, long... shape) {
        this.name = name;
        this.init = init;
        this.trainable = trainable;
        this.bounds = bounds;
        this.shape = shape.clone();
        try (PointerScope scope = new PointerScope()) {
            Tensor zeros = torch.zeros(this.shape, new TensorOptions(ScalarType.Float));
            // filters with their channels innermost make libtorch keep whole flows so: 1.4 times as fast on a CPU
            tensor = new WeightTensor(shape.length == 4 ? zeros.contiguous(torch.MemoryFormat.ChannelsLast) : zeros);
            tensor.retainReference();
        }
        tensor.set_requires_grad(trainable);
    }

    public String name() {
        return name;
    }

    public Tensor tensor() {
        return tensor;
    }

    /** Whether it learns: not if it was declared not to, nor while it is frozen. */
    public boolean trainable() {
        return trainable && !frozen;
    }

    /** Holds it as it is, without the cost of a gradient, or lets it go again; what is never trained stays so. */
    public void freeze(boolean held) {
        frozen = held;
        if (trainable && tensor.requires_grad() == held) {
            tensor.mutable_grad().reset();
            tensor.set_requires_grad(!held);
        }
    }

    public Optional<Bounds> bounds() {
        return bounds;
    }

    public long[] shape() {
        return shape.clone();
    }

    public long count() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** Whether it was ever given values. */
    public boolean isSet() {
        return set;
    }

    /**
     * Draws the starting values. They depend on the seed, this weight's name and its shape, and on nothing else.
     *
     * @throws IllegalArgumentException if the initialiser does not suit the shape
     */
    public void initialise(long seed) {
        try (PointerScope scope = new PointerScope()) {
            assign(init.draw(name, seed, shape));
        }
        constrain();
    }

    /**
     * Copies values of the same shape from any device and precision.
     *
     * @throws IllegalArgumentException if the shape differs
     */
    public void assign(Tensor values) {
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin()) {
            if (!Arrays.equals(values.shape(), shape)) {
                throw new IllegalArgumentException("weight '" + name + "' has shape " + Arrays.toString(shape)
                        + ", the values have " + Arrays.toString(values.shape()));
            }
            tensor.copy_(values);
        }
        set = true;
    }

    /** Brings the values back into the bounds, in place and unseen by the gradient. */
    public void constrain() {
        if (bounds.isEmpty()) {
            return;
        }
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin()) {
            tensor.clamp_min_(new Scalar(bounds.get().min()));
            tensor.clamp_max_(new Scalar(bounds.get().max()));
        }
    }

    /** Moves the values; the gradient is dropped. */
    public void to(Device device) {
        try (PointerScope scope = new PointerScope()) {
            replace(tensor.detach().to(device, tensor.scalar_type()));
        }
    }

    /** Changes the precision; the gradient is dropped. */
    public void to(ScalarType precision) {
        try (PointerScope scope = new PointerScope()) {
            replace(tensor.detach().to(precision));
        }
    }

    /** Sets the precision of the convolutions and matrix products that it takes part in. */
    public void products(Precision precision) {
        tensor.products(precision);
    }

    /** Ends a run: the copy of lower precision goes, as the values may change now. */
    public void endRun() {
        tensor.forget();
    }

    /** Forgets the gradient, if there is one. */
    public void clearGradient() {
        Tensor gradient = tensor.mutable_grad();
        if (gradient.defined()) {
            gradient.reset();
        }
    }

    private void replace(Tensor values) {
        clearGradient(); // it may have another type or device than the new values
        tensor.set_data(values);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            tensor.forget();
            tensor.releaseReference();
        }
    }

    @Override
    public String toString() {
        return name + Arrays.toString(shape);
    }
}

package dync.train.precision;

import dync.runtime.weights.Precision;
import dync.runtime.weights.Weight;
import java.util.Collection;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Scales the losses of a run where its precision asks for it ({@link LossScale}), and leaves them alone elsewhere. */
public final class LossScaler {
    private Optional<LossScale> scale;

    private LossScaler(Optional<LossScale> scale) {
        this.scale = scale;
    }

    /** One that scales where small gradients would vanish, in half precision. */
    public static LossScaler of(Precision precision, LossScaleSettings settings) {
        return precision == Precision.FP16 ? of(settings) : none();
    }

    /** One that scales. */
    public static LossScaler of(LossScaleSettings settings) {
        return new LossScaler(Optional.of(LossScale.start(settings)));
    }

    /** One that leaves all as it is. */
    public static LossScaler none() {
        return new LossScaler(Optional.empty());
    }

    /** The loss whose gradient is to be taken. */
    public Tensor scaled(Tensor loss) {
        return scale.map(now -> loss.mul(new Scalar(now.factor()))).orElse(loss);
    }

    /**
     * Takes the factor out of the gradients, and chooses that of the next step.
     *
     * @return false if a gradient overflowed: then this step is to be left out
     */
    public boolean unscale(Collection<Weight> weights) {
        if (scale.isEmpty()) {
            return true;
        }
        boolean finite = Gradients.unscale(weights, scale.get().factor());
        scale = scale.map(now -> now.after(finite));
        return finite;
    }

    /** Whether gradients overflow without any scaling. */
    public boolean isExhausted() {
        return scale.map(LossScale::isExhausted).orElse(false);
    }

    /** What a checkpoint keeps; empty for nothing. */
    public Optional<String> saved() {
        return scale.map(LossScale::saved);
    }

    /**
     * Goes on where another run was; one that did not scale leaves this one at its start.
     *
     * @throws IllegalArgumentException if it is something else than {@link #saved} gave
     */
    public void restore(Optional<String> saved) {
        scale = scale.map(
                now -> saved.map(text -> LossScale.resume(now.settings(), text)).orElse(now));
    }
}

package dync.runtime;

import org.bytedeco.pytorch.Tensor;

/**
 * What is kept of a response, applied at the step at which it is made: what is left out is never held for longer than the
 * step.
 */
@FunctionalInterface
public interface Reduction {
    /**
     * Keeps the part that is wanted.
     *
     * @param value {@code [B, …]} of one step
     * @return {@code [B, …]} of a shape that depends on that of {@code value} alone; of the current scope
     */
    Tensor of(Tensor value);
}

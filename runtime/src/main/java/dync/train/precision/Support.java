package dync.train.precision;

import dync.runtime.UserError;
import dync.runtime.weights.Precision;

/** Which device trains in which precision. */
public final class Support {
    private Support() {}

    /** @throws UserError if this device does not train in this precision */
    public static void check(Precision precision, boolean gpu) {
        if (precision == Precision.FP16 && !gpu) {
            throw new UserError(
                    "precision fp16 needs a GPU: CPUs compute in half precision slowly or not at all",
                    "use bf16 on a CPU, or train with device cuda");
        }
    }
}

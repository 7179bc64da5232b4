package dync.runtime.device;

import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/**
 * Whether libtorch may take algorithms that give other bits each time. On a CPU with a fixed number of threads it takes
 * none that a model uses; on a GPU it does, and where there is no other it then refuses with an error that names the
 * operation. cuBLAS also asks for {@code CUBLAS_WORKSPACE_CONFIG=:4096:8} in the environment.
 */
public final class Determinism {
    private Determinism() {}

    /** Holds for the whole process from here on. */
    public static void require(boolean required) {
        Context context = torch.globalContext();
        context.setDeterministicAlgorithms(required, false);
        context.setDeterministicCuDNN(required);
        context.setDeterministicMkldnn(required);
        // which algorithm was fastest differs from run to run
        context.setBenchmarkCuDNN(false);
    }

    /** Whether it holds. */
    public static boolean isRequired() {
        return torch.globalContext().deterministicAlgorithms();
    }
}

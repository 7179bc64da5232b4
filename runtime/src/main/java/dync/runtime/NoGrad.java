package dync.runtime;

import org.bytedeco.pytorch.GradMode;

/**
 * Switches recording for the gradient off on this thread until closed:
 * {@code try (NoGrad off = NoGrad.begin()) { … }}. Nests; holds no native memory.
 */
public final class NoGrad implements AutoCloseable {
    private final boolean before = GradMode.is_enabled();

    private NoGrad() {}

    public static NoGrad begin() {
        NoGrad guard = new NoGrad();
        GradMode.set_enabled(false);
        return guard;
    }

    @Override
    public void close() {
        GradMode.set_enabled(before);
    }
}

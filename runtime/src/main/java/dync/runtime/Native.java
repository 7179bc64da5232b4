package dync.runtime;

import org.bytedeco.javacpp.Pointer;

/**
 * Ownership of native handles. A handle made in a {@link org.bytedeco.javacpp.PointerScope} is counted once by that
 * scope; whoever keeps it longer counts it once more with {@link #hold} and gives that count back with
 * {@link #release}. The scope's own {@code detach} is not used: it searches the whole scope and frees what nobody else
 * counts.
 */
final class Native {
    private Native() {}

    static <P extends Pointer> P hold(P handle) {
        handle.retainReference();
        return handle;
    }

    /** Gives back one {@link #hold}; null is nothing held. */
    static void release(Pointer handle) {
        if (handle != null) {
            handle.releaseReference();
        }
    }
}

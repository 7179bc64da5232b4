package dync.stimulus;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * A place for one tensor that outlives the scope in which it is made: it is freed when another takes its place, or with
 * the scope in which this place was made.
 */
final class Held {
    private final PointerScope home = PointerScope.getInnerScope();
    private Object of;
    private Tensor tensor;

    /** The tensor of a key, made anew if that of another key is held; a handle of its own in the current scope. */
    Tensor get(Object key, Supplier<Tensor> make) {
        if (!key.equals(of)) {
            // a handle of its own: that of the caller may stand for an image that others keep
            Tensor made = new Tensor(make.get());
            clear();
            if (home == null) {
                made.retainReference();
            } else {
                home.attach(made);
            }
            tensor = made;
            of = key;
        }
        return new Tensor(tensor);
    }

    private void clear() {
        if (tensor != null && home != null) {
            home.detach(tensor);
        } else if (tensor != null) {
            tensor.releaseReference();
        }
        tensor = null;
        of = null;
    }
}

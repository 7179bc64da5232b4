package dync.train.loss;

import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** One term of a loss. */
public interface LossTerm {

    /** One number, with a gradient where what is judged has one; without its weight. */
    Tensor of(Judged judged);

    /** The areas whose responses it needs, with their gradients. */
    default Set<String> areas() {
        return Set.of();
    }
}

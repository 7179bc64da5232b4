package dync.runtime.weights;

import java.util.Map;

/** Something that has named weights, in the order of their declaration. */
public interface Weighted {
    Map<String, Weight> weights();
}

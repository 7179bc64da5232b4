package dync.train.metric;

import java.util.Arrays;

/** Several sums, each for itself. */
final class ExactSums {
    private ExactSums() {}

    static ExactSum[] of(int count) {
        ExactSum[] sums = new ExactSum[count];
        Arrays.setAll(sums, i -> new ExactSum());
        return sums;
    }
}

package dync.protocol;

import dync.runtime.Responses;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The mean over images of what is kept of each area, step by step. */
final class Activity {
    private static final class Sum {
        private final double[] totals;
        private long images;
        private boolean[] present = {};

        private Sum(int steps) {
            totals = new double[steps];
        }
    }

    private final boolean twoNumbers;
    private final Map<String, Sum> sums = new LinkedHashMap<>();

    /** @param twoNumbers whether what is kept is mean and deviation, of which the mean counts */
    Activity(boolean twoNumbers) {
        this.twoNumbers = twoNumbers;
    }

    void add(Responses responses) {
        for (String area : responses.recorded()) {
            Sum sum = sums.computeIfAbsent(area, missing -> new Sum(responses.steps()));
            try (PointerScope scope = new PointerScope()) {
                Tensor kept = responses.response(area).to(ScalarType.Float);
                Tensor flat = kept.reshape(kept.size(0), kept.size(1), -1);
                Tensor one = twoNumbers ? flat.select(2, 0) : flat.abs().mean(2);
                Tensor steps = one.to(ScalarType.Double).sum(0).cpu().contiguous();
                for (int step = 0; step < sum.totals.length; step++) {
                    sum.totals[step] += steps.data_ptr_double().get(step);
                }
            }
            sum.images += responses.response(area).size(0);
            sum.present = responses.present(area);
        }
    }

    /** By area, the mean of |x| at each step; not a number where the area was absent. */
    Map<String, double[]> means() {
        Map<String, double[]> means = new LinkedHashMap<>();
        sums.forEach((area, sum) -> {
            double[] steps = new double[sum.totals.length];
            for (int step = 0; step < steps.length; step++) {
                steps[step] = sum.present[step] ? sum.totals[step] / sum.images : Double.NaN;
            }
            means.put(area, steps);
        });
        return means;
    }
}

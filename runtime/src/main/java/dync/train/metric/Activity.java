package dync.train.metric;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Measures what areas do. */
public final class Activity {
    private Activity() {}

    /**
     * Measures recorded responses.
     *
     * @param responses {@code [B, T, …]}
     * @param from the first step at which the area was there
     */
    public static ActivityReport of(Tensor responses, int from) {
        try (PointerScope scope = new PointerScope()) {
            Tensor there = responses
                    .detach()
                    .narrow(1, from, responses.size(1) - from)
                    .to(ScalarType.Float)
                    .flatten(2, -1);
            Tensor size = there.abs();
            Spread spread = Spread.of(there);
            double units = there.size(2);
            Tensor mean = size.mean(new long[] {2}, false, new ScalarTypeOptional());
            Tensor square = size.square().mean(new long[] {2}, false, new ScalarTypeOptional());
            Tensor active = square.gt(new Scalar(0.0));
            Tensor each = torch.where(active, mean.square().div(square), new Scalar(0.0));
            double share = each.sum().item_double() / active.sum().item_double();
            double silent = size.amax(new long[] {0, 1}, false)
                    .eq(new Scalar(0.0))
                    .to(ScalarType.Double)
                    .mean()
                    .item_double();
            double sparseness = units == 1 ? Double.NaN : (1 - share) / (1 - 1 / units);
            return new ActivityReport(size.mean().item_double(), spread.values().std(), sparseness, silent, spread);
        }
    }
}

package dync.train;

import dync.runtime.DynModel;
import dync.runtime.History;
import dync.runtime.ModelInfo;
import dync.runtime.Ops;
import dync.runtime.TimeLoop;
import dync.runtime.weights.Bounds;
import dync.runtime.weights.Init;
import org.bytedeco.pytorch.Tensor;

/** Two convolutions, a leaky state, dropout and a readout: small enough to learn within seconds. */
final class TinyNet extends DynModel {
    private final int width;
    private final double dropout;
    private final Tensor first = weight("V1.conv.weight", Init.kaiming(), 12, 1, 3, 3);
    private final Tensor firstBias = weight("V1.conv.bias", Init.zeros(), 12);
    private final Tensor tau = weight("V2.tau", Init.constant(4), Bounds.atLeast(2));
    private final Tensor second;
    private final Tensor secondBias;
    private final Tensor readout;
    private final Tensor readoutBias = weight("classifier.linear.bias", Init.zeros(), 10);

    TinyNet() {
        this(24, 0.1, 3);
    }

    TinyNet(int width, double dropout, int steps) {
        this(width, dropout, steps, 0);
    }

    TinyNet(int width, double dropout, int steps, int truncate) {
        super(ModelInfo.named("TinyNet")
                .clock(2, steps, 0, truncate)
                .input("input", 1, 16, 16)
                .area("V2", 0, width, 8, 8)
                .readout("classifier", 0, 10)
                .build());
        this.width = width;
        this.dropout = dropout;
        second = weight("V2.conv.weight", Init.kaiming(), width, 12, 3, 3);
        secondBias = weight("V2.conv.bias", Init.zeros(), width);
        readout = weight("classifier.linear.weight", Init.normal(0.05), 10, width * 16L);
    }

    @Override
    protected void run(TimeLoop loop) {
        History state = loop.history(1);
        while (loop.next()) {
            Tensor v1 = Ops.maxpool(Ops.relu(Ops.conv(loop.input("input"), first, firstBias, null, 1, 1, 1)), 2, 2, 0);
            Tensor drive = Ops.conv(v1, second, secondBias, null, 1, 1, 1);
            Tensor before = state.ago(1);
            Tensor rate = Ops.div(2.0, tau);
            Tensor now = Ops.relu(
                    before == null ? Ops.mul(drive, rate) : Ops.add(before, Ops.mul(Ops.sub(drive, before), rate)));
            state.commit(now);
            Tensor flat = Ops.flatten(Ops.maxpool(now, 2, 2, 0));
            loop.answer("classifier", Ops.linear(Ops.dropout(flat, isTraining(), dropout), readout, readoutBias, null));
        }
    }

    @Override
    public String toString() {
        return "TinyNet of " + width;
    }
}

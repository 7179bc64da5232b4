package dync.runtime;

import dync.runtime.weights.Bounds;
import dync.runtime.weights.Init;
import org.bytedeco.pytorch.Tensor;

/** One recurrent area and a readout, written as the compiler prints them. */
final class Small extends DynModel {
    static final int CHANNELS = 4;
    static final int SIZE = 6;
    static final int CLASSES = 3;

    private final int delay;
    private final Tensor A_conv_weight = weight("A.conv.weight", Init.kaiming(), CHANNELS, 2, 3, 3);
    private final Tensor A_conv_bias = weight("A.conv.bias", Init.zeros(), CHANNELS);
    private final Tensor A_recurrent_weight =
            weight("A.recurrent.conv.weight", Init.uniform(0.1), CHANNELS, CHANNELS, 3, 3);
    private final Tensor A_tau = weight("A.tau", Init.constant(5.0), Bounds.atLeast(2.0));
    private final Tensor classifier_weight = weight("classifier.linear.weight", Init.normal(0.3), CLASSES, CHANNELS);
    private final Tensor A_scale = buffer("A.scale", Init.ones());

    Small(int idle, int truncate, int delay) {
        super(ModelInfo.named("Small")
                .source("small.dyn")
                .clock(2.0, 5, idle, truncate)
                .input("input", 2, SIZE, SIZE)
                .area("A", 0, CHANNELS, SIZE, SIZE)
                .probe("drive", 0, CHANNELS, SIZE, SIZE)
                .readout("classifier", 0, CLASSES)
                .build());
        this.delay = delay;
    }

    @Override
    protected void run(TimeLoop loop) {
        History A = loop.history(delay);
        while (loop.next()) {
            Tensor input = loop.input("input");
            Tensor A_conv = Ops.conv(input, A_conv_weight, A_conv_bias, null, 1, 1, 1);
            Tensor past = A.ago(delay);
            Tensor A_recurrent =
                    past == null ? A_conv : Ops.add(A_conv, Ops.conv(past, A_recurrent_weight, null, null, 1, 1, 1));
            Tensor before = A.ago(1);
            Tensor rate = Ops.div(2.0, A_tau);
            Tensor A_evolve = before == null
                    ? Ops.mul(A_recurrent, rate)
                    : Ops.add(before, Ops.mul(Ops.sub(A_recurrent, before), rate));
            Tensor A_relu = Ops.mul(Ops.relu(A_evolve), A_scale);
            A.commit(A_relu);
            loop.record("drive", A_recurrent);
            loop.record("A", A_relu);
            loop.answer("classifier", Ops.linear(Ops.flatten(Ops.avgpool(A_relu)), classifier_weight, null, null));
        }
    }
}

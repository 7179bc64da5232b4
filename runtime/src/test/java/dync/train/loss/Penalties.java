package dync.train.loss;

import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.Ops;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.TimeLoop;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Responses of models with and without a penalty. */
final class Penalties {
    private Penalties() {}

    static Responses none() {
        return run(ModelInfo.named("Net").input("input", 1, 1, 1).build());
    }

    /** One that weighs a mean of 1. */
    static Responses of(double weight) {
        return run(ModelInfo.named("Net")
                .input("input", 1, 1, 1)
                .probe("p", 0, 1)
                .penalty("p", weight)
                .build());
    }

    private static Responses run(ModelInfo info) {
        Tensor images = torch.ones(2, 1, 1, 1);
        try (DynModel net = new DynModel(info) {
            @Override
            protected void run(TimeLoop loop) {
                while (loop.next()) {
                    loop.record("p", Ops.flatten(loop.input("input")));
                }
            }
        }) {
            return net.forward(Stimulus.still(images, 1), Recording.none());
        }
    }
}

package dync.protocol;

import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.History;
import dync.runtime.ModelInfo;
import dync.runtime.Ops;
import dync.runtime.TimeLoop;
import dync.runtime.weights.Init;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** Two areas, one step apart, the first with recurrence unless it is left out; an area that nothing ever reaches. */
final class Sketch extends DynModel {
    private static final Map<String, String> NAMES = Map.of(
            "idle_timesteps",
            "idle_timesteps",
            "idle",
            "idle_timesteps",
            "feedforward_only",
            "feedforward_only",
            "deeper",
            "deeper");

    private final Tensor first = weight("V1.conv.weight", Init.kaiming(), 6, 1, 3, 3);
    private final Optional<Tensor> recurrent;
    private final Tensor second = weight("V2.conv.weight", Init.kaiming(), 8, 6, 3, 3);
    private final Tensor readout = weight("classifier.linear.weight", Init.normal(0.3), 10, 8);

    Sketch(int idle, boolean feedforwardOnly, boolean deeper) {
        super(ModelInfo.named("Sketch")
                .clock(2, 6, idle, 0)
                .input("input", 1, 16, 16)
                .area("V1", idle, 6, 8, 8)
                .area("V2", idle + 1, 8, 4, 4)
                .area("never", ModelInfo.AT_RUN_TIME, 3, 4, 5)
                .readout("classifier", idle + 1, 10)
                .build());
        recurrent = feedforwardOnly
                ? Optional.empty()
                : Optional.of(weight("V1.recurrent.weight", Init.normal(0.1), 6, 6, 3, 3));
        if (deeper) {
            weight("V3.conv.weight", Init.kaiming(), 8, 8, 3, 3);
        }
    }

    /** Parameters as a compiler would take them. */
    static final ModelSource SOURCE = new ModelSource() {
        @Override
        public DynModel model(Experiment experiment) {
            Map<String, String> set = experiment.set();
            return new Sketch(
                    Integer.parseInt(set.getOrDefault("idle_timesteps", set.getOrDefault("idle", "0"))),
                    Boolean.parseBoolean(set.getOrDefault("feedforward_only", "false")),
                    Boolean.parseBoolean(set.getOrDefault("deeper", "false")));
        }

        @Override
        public Optional<String> parameter(String nameOrAlias) {
            return Optional.ofNullable(NAMES.get(nameOrAlias));
        }
    };

    @Override
    protected void run(TimeLoop loop) {
        History before = loop.history(1);
        while (loop.next()) {
            Tensor past = before.ago(1);
            Tensor drive = Ops.conv(loop.input("input"), first, null, null, 2, 1, 1);
            Tensor v1 = Ops.relu(
                    past == null || recurrent.isEmpty()
                            ? drive
                            : Ops.add(drive, Ops.conv(past, recurrent.get(), null, null, 1, 1, 1)));
            before.commit(v1);
            loop.record("V1", v1);
            Tensor v2 = past == null ? null : Ops.relu(Ops.conv(past, second, null, null, 2, 1, 1));
            loop.record("V2", v2);
            loop.record("never", (Tensor) null);
            loop.answer(
                    "classifier", v2 == null ? null : Ops.linear(Ops.flatten(Ops.avgpool(v2)), readout, null, null));
        }
    }
}

package dync.protocol;

import dync.data.Dataset;
import dync.data.Seeds;
import dync.data.load.Batch;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.stimulus.Appearance;
import dync.stimulus.Place;
import dync.stimulus.Schedule;
import dync.train.Fit;
import dync.train.Loaders;
import dync.train.OutOfMemory;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Shows images to a model as an experiment says. */
final class Showing {
    // as in the tests of training, so that a protocol which changes nothing shows the same
    private static final long PATTERN = 4;

    private final DynModel model;
    private final Experiment experiment;
    private final Device device;
    private final ModelInfo.Readout readout;
    private final Appearance appearance;
    private final int latency;
    private final Schedule example;

    /** @throws dync.runtime.UserError if model, data set and presentation do not fit each other */
    Showing(DynModel model, Dataset data, Experiment experiment, Device device) {
        this.model = model;
        this.experiment = experiment;
        this.device = device;
        this.readout = Fit.check(
                model.info(),
                data,
                Loaders.imageSize(data, experiment.transforms()),
                experiment.training().readout().orElse(""));
        this.appearance = experiment.presentation().appearance(data.normalisation());
        this.latency = Math.max(0, readout.firstStep() - model.info().idle());
        this.example = schedule(0);
    }

    private Schedule schedule(long batch) {
        return experiment
                .presentation()
                .schedule(
                        model.info().steps(),
                        model.info().stepMs(),
                        latency,
                        Seeds.random(experiment.seed(), PATTERN, batch));
    }

    /** Steps of a run, without the idle ones. */
    int steps() {
        return example.steps();
    }

    /** Length of a step in milliseconds. */
    double stepMs() {
        return model.info().stepMs();
    }

    /** Steps until the readout can answer the first frame. */
    int latency() {
        return latency;
    }

    /** The readout whose answers are judged. */
    ModelInfo.Readout readout() {
        return readout;
    }

    /**
     * Shows a batch; what it yields goes when {@code use} has returned.
     *
     * @param first position in the pass of the first image of the batch
     * @throws dync.runtime.UserError if the memory does not suffice, or the presentation needs more images
     */
    void run(Batch batch, long first, Recording recording, BiConsumer<Responses, Answers> use) {
        Schedule schedule = schedule(batch.index());
        OutOfMemory.explained(batch.size(), () -> {
            try (PointerScope scope = new PointerScope()) {
                Tensor images =
                        device.is_cpu() ? batch.images() : batch.images().to(device, ScalarType.Float);
                Place place = new Place(0, batch.index(), first);
                try (Responses responses = model.forward(schedule.stimulus(images, appearance, place), recording)) {
                    use.accept(responses, Answers.of(responses, readout.name(), schedule, batch.labels()));
                }
            }
        });
    }
}

package dync.train;

import dync.data.Dataset;
import dync.data.Seeds;
import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.UserError;
import dync.stimulus.Appearance;
import dync.stimulus.Place;
import dync.stimulus.Schedule;
import java.util.Random;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Shows batches to a model as an experiment says; training, and tests by protocols, do so alike. */
public final class Showing {
    // a stream of random numbers that must not coincide with that of training
    private static final long TEST = 4;

    private final DynModel model;
    private final Experiment experiment;
    private final Device device;
    private final ModelInfo.Readout readout;
    private final Appearance appearance;
    private final int latency;

    /**
     * @param device where the model is
     * @throws UserError if model and data set do not fit each other
     */
    public Showing(DynModel model, Dataset data, Experiment experiment, Device device) {
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
    }

    /** The readout whose answers are judged. */
    public ModelInfo.Readout readout() {
        return readout;
    }

    /** Steps until the readout can answer the first frame. */
    public int latency() {
        return latency;
    }

    /** Length of a step in milliseconds. */
    public double stepMs() {
        return model.info().stepMs();
    }

    /** What is left to chance in a test: the same in every test of the experiment. */
    public Random chance(long batch) {
        return Seeds.random(experiment.seed(), TEST, batch);
    }

    /**
     * A run, step by step, prolonged by the latency.
     *
     * @param random decides what the presentation leaves to chance
     * @throws UserError if the presentation does not fit into the steps
     */
    public Schedule schedule(Random random) {
        return experiment
                .presentation()
                .schedule(model.info().steps(), model.info().stepMs(), latency, random);
    }

    /**
     * Makes sure that every batch of a loader has the images that a run shows.
     *
     * @param what the images are for, as a word
     * @param help how the batches can be made larger
     * @throws UserError if the last one has not
     */
    public void requireImages(Loader loader, String what, String help) {
        int needed = schedule(chance(0)).images();
        int smallest = loader.smallestBatch();
        if (smallest < needed) {
            throw new UserError(
                    "a run shows " + needed + " images of its batch, and the last batch of " + loader.images()
                            + " images for " + what + " has " + smallest,
                    help);
        }
    }

    /**
     * Images over time, on the model's device.
     *
     * @param images {@code [B, C, H, W]}, normalised; they must live as long as the stimulus is used
     * @param place where the batch stands, which decides its noise
     * @return belongs to the current scope
     * @throws UserError if the presentation needs more images than the batch has
     */
    public Stimulus stimulus(Tensor images, Schedule schedule, Place place) {
        return schedule.stimulus(device.is_cpu() ? images : images.to(device, ScalarType.Float), appearance, place);
    }

    /**
     * Runs a batch within a scope of its own.
     *
     * @param use sees the responses, which go when it has returned
     * @throws UserError if the memory does not suffice, or the presentation needs more images
     */
    public void run(Batch batch, Schedule schedule, Place place, Recording recording, Consumer<Responses> use) {
        OutOfMemory.explained(batch.size(), () -> {
            try (PointerScope scope = new PointerScope();
                    Responses responses = model.forward(stimulus(batch.images(), schedule, place), recording)) {
                use.accept(responses);
            }
        });
    }
}

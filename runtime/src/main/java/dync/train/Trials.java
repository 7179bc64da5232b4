package dync.train;

import dync.data.Dataset;
import dync.data.Seeds;
import dync.data.load.Batch;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.UserError;
import dync.runtime.weights.Weight;
import dync.stimulus.Place;
import dync.stimulus.Schedule;
import dync.train.diagnose.Diagnosis;
import dync.train.diagnose.Finding;
import dync.train.loss.Judged;
import dync.train.loss.Loss;
import dync.train.metric.MetricSettings;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Shows batches to a model as the settings say, and holds its answers against the labels. */
final class Trials {
    /** Sees what was answered, on the model's device. */
    interface Judge {
        void judge(Judged judged);
    }

    private final DynModel model;
    private final Experiment experiment;
    private final Device device;
    private final Showing showing;
    private final int steps;
    private final int images;
    private final Loss loss;
    private final Recording recording;

    /** @throws UserError if model and data set do not fit each other, or nothing would ever be asked */
    Trials(DynModel model, Dataset data, Experiment experiment, Device device) {
        this.model = model;
        this.experiment = experiment;
        this.device = device;
        this.showing = new Showing(model, data, experiment, device);
        this.loss = Readiness.loss(model, data, experiment.training());
        this.recording = loss.areas().isEmpty()
                ? Recording.none()
                : Recording.areas(loss.areas().toArray(String[]::new)).withGradient();
        Schedule schedule = showing.schedule(Seeds.random(0));
        this.steps = schedule.steps();
        this.images = Math.max(1, schedule.images());
        if (schedule.askedSteps() == 0) {
            throw new UserError(
                    "no step has a label: " + experiment.presentation().course() + " over " + (steps - latency())
                            + " steps of "
                            + model.info().stepMs() + " ms with a reaction time of "
                            + experiment.presentation().reactionTime() + " ms",
                    "shorten the reaction time, or present for more steps");
        }
    }

    /** Steps of a run, with the latency. */
    int steps() {
        return steps;
    }

    /** How many images of a batch a run shows. */
    int images() {
        return images;
    }

    /** How they are shown. */
    Showing showing() {
        return showing;
    }

    /** What the experiment makes small. */
    Loss loss() {
        return loss;
    }

    int latency() {
        return showing.latency();
    }

    /** What is left to chance in a test. */
    Random chance(long batch) {
        return showing.chance(batch);
    }

    /** How answers are read when they are counted. */
    MetricSettings metrics() {
        return experiment.metrics().forClasses(Math.toIntExact(showing.readout().features()));
    }

    /**
     * Runs a batch within a scope of its own.
     *
     * @param random decides what a presentation leaves to chance
     * @param place where the batch stands, which decides its noise
     * @throws UserError if the memory does not suffice
     */
    void run(Batch batch, Random random, Place place, Judge judge) {
        Schedule schedule = showing.schedule(random);
        String readout = showing.readout().name();
        showing.run(batch, schedule, place, recording, responses -> {
            Tensor labels = labels(batch, schedule, responses.present(readout));
            judge.judge(new Judged(responses.answer(readout), labels, responses));
        });
    }

    /** Runs a batch within a scope of its own and records what areas do. */
    void record(Batch batch, Random random, Place place, Recording what, Consumer<Responses> reader) {
        showing.run(batch, showing.schedule(random), place, what, reader);
    }

    /** Runs a batch that left the finite once more, to see where. */
    Finding diagnose(Batch batch, Random random, Place place) {
        try (PointerScope scope = new PointerScope()) {
            return Diagnosis.ofRun(model, showing.stimulus(batch.images(), showing.schedule(random), place));
        }
    }

    /** Forward and backward on images of chance, for what they take of memory; no gradient is kept. */
    void rehearse(int images, List<Weight> weights) {
        ModelInfo.Input input = model.info().inputs().get(0);
        try (PointerScope scope = new PointerScope()) {
            Tensor pixels = torch.rand(images, input.channels(), input.height(), input.width())
                    .contiguous(torch.MemoryFormat.ChannelsLast);
            Batch batch = new Batch(0, pixels, new int[images]);
            run(batch, Seeds.random(0), new Place(0, 0, 0), judged -> loss.of(judged)
                    .total()
                    .backward());
        } finally {
            weights.forEach(Weight::clearGradient);
        }
    }

    /** Where a model only finds out while it runs when its readout is there, what came before does not count. */
    private Tensor labels(Batch batch, Schedule schedule, boolean[] present) {
        long[] values = new long[batch.size() * schedule.steps()];
        schedule.spread(batch.labels(), batch.size(), values);
        for (int i = 0; i < values.length; i++) {
            if (!present[i % schedule.steps()]) {
                values[i] = Schedule.UNLABELLED;
            }
        }
        Tensor labels =
                torch.empty(new long[] {batch.size(), schedule.steps()}, new TensorOptions(ScalarType.Long), null);
        labels.data_ptr_long().put(values, 0, values.length);
        return device.is_cpu() ? labels : labels.to(device, ScalarType.Long);
    }
}

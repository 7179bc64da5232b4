package dync.train;

import dync.data.Dataset;
import dync.data.Seeds;
import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.data.load.Pass;
import dync.experiment.Experiment;
import dync.experiment.TrainingSettings;
import dync.runtime.DynModel;
import dync.runtime.weights.Weight;
import dync.stimulus.Place;
import dync.train.optimise.Optimizer;
import dync.train.policy.RateSweep;
import dync.train.precision.LossScaler;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/** Trains a model for some batches with a growing learning rate, and puts its weights back. */
public final class RateFinder {
    private static final long PATTERN = 5;

    private final DynModel model;
    private final Experiment experiment;
    private final Trials trials;
    private final LossScaler scaler;
    private final Loader loader;

    private RateFinder(DynModel model, Dataset data, Experiment experiment, Device device) {
        this.model = model;
        this.experiment = experiment;
        this.trials = new Trials(model, data, experiment, device);
        this.loader = Loaders.train(data, experiment);
        this.scaler =
                LossScaler.of(experiment.precision(), experiment.training().lossScale());
    }

    /**
     * Fills a sweep with losses, until it is full, the loss explodes, or it is stopped. The rates of groups keep their
     * ratios; there is no schedule and no accumulation.
     *
     * @param model with its weights, which it has again after
     * @param sweep an empty one
     * @param done hears of every batch, counted from 1
     * @param stop asked before every batch
     * @throws dync.runtime.UserError if model, data set and settings do not fit each other
     */
    public static void run(
            DynModel model,
            Dataset data,
            Experiment experiment,
            RateSweep sweep,
            IntConsumer done,
            BooleanSupplier stop) {
        Readiness.check(model, data, experiment);
        try (PointerScope scope = new PointerScope()) {
            Machine machine = Machine.of(experiment);
            machine.take(model);
            Map<Weight, Tensor> before = new HashMap<>();
            model.weights()
                    .values()
                    .forEach(weight ->
                            before.put(weight, weight.tensor().detach().clone()));
            model.train();
            RandomState.seed(experiment.seed());
            experiment.training().truncate().ifPresent(model::truncate);
            try (Optimizer optimizer = new Optimizer(Readiness.grouping(model, experiment.training()))) {
                new RateFinder(model, data, experiment, machine.device()).sweep(optimizer, sweep, done, stop);
                optimizer.clearGradients();
            } finally {
                before.forEach(Weight::assign);
            }
        }
    }

    private void sweep(Optimizer optimizer, RateSweep sweep, IntConsumer done, BooleanSupplier stop) {
        boolean goingOn = true;
        for (int epoch = 0, batch = 0; goingOn; epoch++) {
            try (Pass pass = loader.pass(epoch, 0)) {
                while (goingOn && pass.hasNext() && !stop.getAsBoolean()) {
                    goingOn = sweep.add(loss(optimizer, pass, epoch, sweep.rate(batch)));
                    done.accept(++batch);
                }
            }
            goingOn = goingOn && !stop.getAsBoolean();
        }
    }

    /** The loss of the next batch before it moves the weights; not a number if it cannot move them. */
    private double loss(Optimizer optimizer, Pass pass, int epoch, double rate) {
        TrainingSettings settings = experiment.training();
        double factor = rate / optimizer.grouping().base();
        try (PointerScope scope = new PointerScope()) {
            Batch batch = pass.next();
            BatchStep step = new BatchStep(model, trials.loss(), optimizer, scaler, settings);
            trials.run(
                    batch,
                    Seeds.random(experiment.seed(), PATTERN, epoch, batch.index()),
                    new Place(epoch, batch.index(), (long) batch.index() * settings.batch()),
                    judged -> step.learn(judged, new BatchStep.Part(1, true, factor), new EpochProgress()));
            return step.loss();
        } catch (NotFinite exploded) {
            return Double.NaN;
        }
    }
}

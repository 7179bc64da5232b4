package dync.train;

import dync.data.Dataset;
import dync.data.Seeds;
import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.data.load.Pass;
import dync.experiment.Experiment;
import dync.experiment.TrainingSettings;
import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.weights.Weights;
import dync.stimulus.Place;
import dync.track.Sink.Ending;
import dync.train.diagnose.Diagnosis;
import dync.train.diagnose.Finding;
import dync.train.optimise.Moment;
import dync.train.optimise.Optimizer;
import dync.train.optimise.Schedule;
import dync.train.optimise.Timeline;
import dync.train.policy.Accumulation;
import dync.train.policy.EarlyStopping;
import dync.train.policy.FigureHistory;
import dync.train.precision.LossScaler;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;

/**
 * Trains a model on a data set and keeps the run in its folder. A trainer is used once, by one thread; only
 * {@link #requestStop} may come from another.
 */
public final class Trainer {
    private static final long PATTERN = 3;

    private final DynModel model;
    private final RunFolder run;
    private final Experiment experiment;
    private final TrainingSettings settings;
    private final TrainingListener listener;
    private final Dataset data;
    private final Machine machine;
    private final Trials trials;
    private final LossScaler scaler;
    private final Loader train;
    private final Loader heldOut;
    private final Checkpoints checkpoints;
    private final Saving saving;
    private volatile boolean stop;
    private Position position = Position.START;
    private EpochProgress progress = new EpochProgress();
    private final FigureHistory history = new FigureHistory();
    private final Accumulation accumulation;
    private final Schedule schedule;
    private TrainingListener heard;
    private Optional<EpochReport> lastEpoch = Optional.empty();

    /**
     * Prepares; the settings are those of the experiment in the folder.
     *
     * @param model moved to the device that the settings name; the caller closes it
     * @throws dync.runtime.UserError if model, data set and settings do not fit each other
     */
    public Trainer(DynModel model, Dataset data, RunFolder run, TrainingListener listener) {
        this.model = model;
        this.run = run;
        this.experiment = run.experiment();
        this.settings = experiment.training();
        this.listener = listener;
        this.heard = listener;
        this.data = data;
        this.machine = Machine.of(experiment);
        // kept for the trainer's whole life, whatever scope it is made in
        machine.device().retainReference();
        this.scaler = LossScaler.of(experiment.precision(), settings.lossScale());
        Readiness.check(model, data, experiment);
        this.trials = new Trials(model, data, experiment, machine.device());
        this.train = Loaders.train(data, experiment);
        this.heldOut = Loaders.heldOut(data, experiment);
        this.accumulation = new Accumulation(settings.accumulate(), settings.batch(), train.images());
        this.schedule = new Schedule(
                settings.schedule(), settings.warmup(), new Timeline(settings.epochs(), accumulation.updates()));
        this.checkpoints = run.checkpoints();
        this.saving = new Saving(checkpoints, settings.keep(), listener::note);
    }

    /**
     * Trains from the beginning: the weights are drawn anew, or are those of the file that the experiment names.
     *
     * @throws TrainingFailed if the loss leaves the finite
     * @throws BadFile if the disk does not take what has to be kept, or the file has not the weights of the model
     */
    public TrainingOutcome begin() {
        try (RunLock lock = RunLock.take(run.path());
                Optimizer optimizer = prepare()) {
            RandomState.seed(experiment.seed());
            model.initialise(experiment.seed());
            experiment.model().weights().ifPresent(file -> Weights.load(model, file));
            // a folder that takes no checkpoint should be known now and not after an hour
            saving.now(state(optimizer), position, progress);
            return run(optimizer);
        }
    }

    /**
     * Goes on from the newest checkpoint that is whole, bit for bit on the CPU with the same number of threads.
     *
     * @throws TrainingFailed if the loss leaves the finite
     * @throws BadFile if there is no such checkpoint, it is of another model, or the disk does not take what has to be
     *     kept
     */
    public TrainingOutcome resume() {
        try (RunLock lock = RunLock.take(run.path());
                Optimizer optimizer = prepare()) {
            RandomState.seed(experiment.seed());
            position = checkpoints.restore(state(optimizer), progress, listener::note);
            saving.found(position);
            return run(optimizer);
        }
    }

    /** Ends training after the batch that is under way, with a checkpoint. May be called from any thread. */
    public void requestStop() {
        stop = true;
    }

    private Optimizer prepare() {
        machine.take(model);
        model.train();
        settings.truncate().ifPresent(model::truncate);
        Optimizer optimizer = new Optimizer(Readiness.grouping(model, settings));
        try {
            if (experiment.memoryCheck() && machine.device().is_cpu()) {
                Rehearsal.run(model, trials, optimizer, Math.min(settings.batch(), train.images()), experiment.seed());
            }
            return optimizer;
        } catch (RuntimeException tooMuch) {
            optimizer.close();
            throw tooMuch;
        }
    }

    private TrainingState state(Optimizer optimizer) {
        return TrainingState.of(model, optimizer, history, scaler, machine.device(), experiment);
    }

    private TrainingOutcome run(Optimizer optimizer) {
        long step = (long) position.epochs() * train.batches() + position.batches();
        RunRecord kept =
                RunRecord.open(run, experiment, model, data, trials, machine.device(), position, step, listener::note);
        saving.before(kept::flush);
        heard = TrainingListener.both(listener, kept);
        Ending ending = Ending.FAILED;
        try {
            TrainingOutcome outcome = train(optimizer);
            kept.finish();
            ending = outcome.finished() ? Ending.FINISHED : Ending.STOPPED;
            return outcome;
        } finally {
            kept.end(ending);
        }
    }

    private TrainingOutcome train(Optimizer optimizer) {
        heard.started(new TrainingPlan(
                model.info().name(),
                model.parameterCount(),
                train.images(),
                train.batches(),
                settings.epochs(),
                trials.steps(),
                trials.latency(),
                machine.device().is_cuda() ? "cuda:" + machine.device().index() : "cpu",
                position));
        Readiness.remarks(optimizer.grouping(), settings).forEach(listener::note);
        while (position.epochs() < settings.epochs() && !endsEarly()) {
            if (!epoch(optimizer)) {
                saving.now(state(optimizer), position, progress);
                return outcome(false);
            }
        }
        saving.requireSaved();
        return outcome(true);
    }

    private boolean endsEarly() {
        Optional<EarlyStopping> early = settings.earlyStopping()
                .filter(stopping -> stopping.due(
                        history.all().getOrDefault(stopping.monitor().metric(), List.of())));
        early.ifPresent(stopping -> listener.note("the run ends after epoch " + position.epochs() + ": "
                + stopping.monitor().metric() + " has not become better for " + stopping.patience() + " epochs"));
        return early.isPresent();
    }

    /** Where the schedule is for a batch of this epoch, counted from 0. */
    private Moment at(int batch) {
        long updates = (long) position.epochs() * accumulation.updates() + accumulation.updatesAfter(batch);
        return new Moment(position.epochs(), updates, history.all());
    }

    private TrainingOutcome outcome(boolean finished) {
        return new TrainingOutcome(finished, position, lastEpoch, run.path().resolve(position.fileName()));
    }

    /** One epoch, or what is left of it; false if it was stopped. */
    private boolean epoch(Optimizer optimizer) {
        Pace pace = new Pace();
        try (Pass pass = train.pass(position.epochs(), position.batches())) {
            while (pass.hasNext()) {
                if (stop) {
                    return false;
                }
                batch(optimizer, pass, pace);
                boolean due = settings.checkpointEvery() > 0 && position.batches() % settings.checkpointEvery() == 0;
                if (due && pass.hasNext()) {
                    saving.ifPossible(state(optimizer), position, progress);
                }
            }
        }
        double rate = pace.imagesPerSecond();
        double wait = pace.dataWait();
        TestResult result = Evaluation.run(model, trials, heldOut, heard, () -> stop);
        if (result.images() < heldOut.images()) {
            return false;
        }
        finish(new EpochReport(
                position.epochs() + 1,
                settings.epochs(),
                progress.loss(),
                progress.terms(),
                progress.penalty(),
                progress.accuracy(),
                result,
                optimizer.grouping().groups().get(0).learningRate() * schedule.factor(at(train.batches() - 1)),
                pace.seconds(),
                rate,
                wait));
        saving.ifPossible(state(optimizer), position, progress);
        return true;
    }

    private void finish(EpochReport report) {
        lastEpoch = Optional.of(report);
        history.add(report.figures(model.info().stepMs()));
        heard.epoch(report);
        position = new Position(position.epochs() + 1, 0);
        progress = new EpochProgress();
    }

    private void batch(Optimizer optimizer, Pass pass, Pace pace) {
        try (PointerScope scope = new PointerScope()) {
            long asked = System.nanoTime();
            Batch batch = pass.next();
            pace.waited(System.nanoTime() - asked);
            BatchStep step = new BatchStep(model, trials.loss(), optimizer, scaler, settings);
            BatchStep.Part part = new BatchStep.Part(
                    accumulation.share(batch.index()),
                    accumulation.endsWith(batch.index()),
                    schedule.factor(at(batch.index())));
            try {
                trials.run(batch, random(batch), place(batch), judged -> step.learn(judged, part, progress));
            } catch (NotFinite failed) {
                throw explained(failed, batch, optimizer, part.rate());
            }
            position = new Position(position.epochs(), batch.index() + 1);
            pace.add(batch.size());
            long images = (long) settings.epochs() * train.images();
            long done = (long) position.epochs() * train.images() + (long) position.batches() * settings.batch();
            heard.batch(new BatchReport(
                    position.epochs() + 1,
                    settings.epochs(),
                    position.batches(),
                    train.batches(),
                    step.loss(),
                    progress.loss(),
                    progress.accuracy().overall(),
                    optimizer.grouping().groups().get(0).learningRate() * part.rate(),
                    pace.imagesPerSecond(),
                    pace.dataWait(),
                    pace.timeFor(Math.max(0, images - done))));
        }
    }

    private Random random(Batch batch) {
        return Seeds.random(experiment.seed(), PATTERN, position.epochs(), batch.index());
    }

    private Place place(Batch batch) {
        return new Place(position.epochs(), batch.index(), (long) batch.index() * settings.batch());
    }

    private TrainingFailed explained(NotFinite failed, Batch batch, Optimizer optimizer, double rate) {
        Finding finding = failed.inGradient()
                ? Diagnosis.ofGradients(optimizer.weights())
                : trials.diagnose(batch, random(batch), place(batch));
        return new TrainingFailed(
                failed.getMessage() + " in epoch " + (position.epochs() + 1) + ", batch " + (position.batches() + 1)
                        + ": " + finding,
                "lower the learning rate (now "
                        + optimizer.grouping().groups().get(0).learningRate() * rate + ")"
                        + (settings.clip() > 0 ? "" : " or clip gradients")
                        + "; the run folder keeps the last checkpoint");
    }
}

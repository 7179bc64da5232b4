package dync.protocol;

import dync.data.Dataset;
import dync.data.Split;
import dync.data.catalogue.DataSettings;
import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.data.load.LoaderSettings;
import dync.data.load.Pass;
import dync.data.transform.Preparation;
import dync.experiment.Experiment;
import dync.response.RecordSettings;
import dync.response.Resolution;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.NoGrad;
import dync.runtime.Recording;
import dync.runtime.UserError;
import dync.runtime.device.Devices;
import dync.runtime.device.Threads;
import dync.settings.DataSize;
import dync.stimulus.Place;
import dync.stimulus.Schedule;
import dync.train.Showing;
import dync.train.metric.AnswerCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;

/** Tests a trained model by a protocol, and writes down what it did. */
public final class ProtocolTest {
    private static final int BYTES_OF_A_LINE = 64;
    private static final int BYTES_OF_AN_ANSWER = 32;

    private final Experiment common;
    private final Protocol protocol;
    private final List<Condition> conditions;
    private final ModelSource models;
    private final TrainedWeights weights;
    private final Function<DataSettings, Dataset> data;
    private final ProtocolListener listener;

    /**
     * Plans a test; nothing is written and nothing shown yet.
     *
     * @param base the run's experiment
     * @param changes what the caller wants otherwise, by path; a parameter of the model is {@code set.NAME}
     * @param models makes the model of an experiment
     * @param weights what it has learned
     * @param data opens a data set
     * @throws dync.runtime.UserError if protocol, changes and experiment do not fit each other
     */
    public ProtocolTest(
            Experiment base,
            Protocol protocol,
            Map<String, String> changes,
            ModelSource models,
            TrainedWeights weights,
            Function<DataSettings, Dataset> data,
            ProtocolListener listener) {
        Conditions maker = new Conditions(models, listener::note);
        this.protocol = protocol;
        this.common = maker.common(base, protocol, changes);
        this.conditions = maker.of(common, protocol);
        this.models = models;
        this.weights = weights;
        this.data = data;
        this.listener = listener;
    }

    /** What will be shown. */
    public List<Condition> conditions() {
        return List.copyOf(conditions);
    }

    /**
     * Shows all conditions to the model, one after the other.
     *
     * @param folder of the test
     * @param stop asked before every batch; true ends the test there, with what was shown so far in the files
     * @throws dync.runtime.BadFile if the disk does not take it; what is in the folder is whole, and the folder says that
     *     something is missing
     * @throws dync.runtime.UserError if model, data set and presentation do not fit each other
     */
    public ProtocolResult run(TestFolder folder, BooleanSupplier stop) {
        folder.incomplete("the test has not come to its end; if no dync test is at work here, it was killed");
        listener.started(folder, conditions.size());
        if (common.threads() > 0) {
            Threads.use(common.threads());
        }
        List<ConditionResult> results = new ArrayList<>();
        try {
            folder.keep("experiment.yaml", common.yaml());
            folder.keep("protocol.yaml", "# " + protocol.name() + "\n" + protocol.yaml());
            new AnswerTable(folder.path().resolve(ConditionWriter.ANSWERS))
                    .append(dync.track.CsvLine.of(ConditionWriter.columns(protocol)));
            boolean complete = all(folder, stop, results);
            if (complete) {
                folder.complete();
            } else {
                folder.incomplete("stopped by request after " + progress(results));
            }
            return new ProtocolResult(folder.path(), protocol, results, complete);
        } catch (RuntimeException failed) {
            sayWhy(folder, results, failed);
            throw failed;
        }
    }

    /** On a full disk the older word stays, which says as much. */
    private void sayWhy(TestFolder folder, List<ConditionResult> results, RuntimeException failed) {
        try {
            folder.incomplete("failed after " + progress(results) + ": "
                    + failed.getMessage().lines().findFirst().orElse(""));
        } catch (RuntimeException full) {
            failed.addSuppressed(full);
        }
    }

    private String progress(List<ConditionResult> results) {
        long images = results.stream().mapToLong(ConditionResult::images).sum();
        return images + " images of " + results.size() + " of " + conditions.size() + " conditions";
    }

    private boolean all(TestFolder folder, BooleanSupplier stop, List<ConditionResult> results) {
        ResultTables tables = new ResultTables(folder.path(), protocol);
        for (int first = 0; first < conditions.size() && !stop.getAsBoolean(); ) {
            int end = first + 1;
            while (end < conditions.size() && sameModel(conditions.get(first), conditions.get(end))) {
                end++;
            }
            try (NoGrad off = NoGrad.begin();
                    PointerScope scope = new PointerScope();
                    DynModel model = models.model(conditions.get(first).experiment());
                    Device device = Devices.parse(common.device())) {
                model.to(device);
                weights.load(model, listener::note);
                model.eval();
                List<Shown> shown = new ArrayList<>();
                for (Condition condition : conditions.subList(first, end)) {
                    shown.add(shown(condition, model, device));
                }
                for (int i = 0; i < shown.size() && !stop.getAsBoolean(); i++) {
                    results.add(shown.get(i).run(folder, results, stop));
                    tables.write(results);
                    listener.ended(results.get(results.size() - 1));
                }
            }
            first = end;
        }
        return results.size() == conditions.size() && !stop.getAsBoolean();
    }

    private static boolean sameModel(Condition one, Condition other) {
        return one.experiment().set().equals(other.experiment().set())
                && one.experiment().model().equals(other.experiment().model());
    }

    /** Everything that a condition needs, so that what does not fit is known before the first image. */
    private Shown shown(Condition condition, DynModel model, Device device) {
        Experiment experiment = condition.experiment();
        Dataset set = data.apply(experiment.data());
        Showing showing = new Showing(model, set, experiment, device);
        RecordSettings record = experiment.testing().record();
        MemoryPlan plan = plan(condition, record, showing, model.info());
        if (plan.batch() < experiment.testing().batch()) {
            listener.note("batches of " + plan.batch() + " images, not "
                    + experiment.testing().batch() + ", keep responses within "
                    + experiment.testing().memory());
        }
        Loader loader = new Loader(
                new Preparation(set, Split.TEST, experiment.transforms()),
                LoaderSettings.inTurn(plan.batch())
                        .limitedTo(experiment.data().testLimit())
                        .with(experiment.loading().keepingLast()));
        if (loader.images() == 0) {
            throw new UserError(set.name() + " has no images to test on", "choose another set, or other classes of it");
        }
        return new Shown(condition, showing, loader, record.recording(model.info()), plan, model.info());
    }

    private static MemoryPlan plan(Condition condition, RecordSettings record, Showing showing, ModelInfo info) {
        Experiment experiment = condition.experiment();
        long areas = record.shapes(info).values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
                .sum();
        long readouts =
                info.readouts().stream().mapToLong(ModelInfo.Readout::features).sum();
        long number = record.dtype().bytes();
        long steps = showing.schedule(showing.chance(0)).steps();
        long line = BYTES_OF_A_LINE
                + condition.varied().values().stream().mapToLong(String::length).sum();
        DataSize memory = experiment.testing().memory();
        return MemoryPlan.of(
                memory,
                steps * (number * areas + Float.BYTES * readouts + BYTES_OF_AN_ANSWER),
                steps * (number * (areas + readouts) + line),
                experiment.testing().batch());
    }

    /** One condition, ready to be shown. */
    private final class Shown {
        private final Condition condition;
        private final Showing showing;
        private final Loader loader;
        private final Recording recording;
        private final MemoryPlan plan;
        private final ModelInfo info;

        Shown(
                Condition condition,
                Showing showing,
                Loader loader,
                Recording recording,
                MemoryPlan plan,
                ModelInfo info) {
            this.condition = condition;
            this.showing = showing;
            this.loader = loader;
            this.recording = recording;
            this.plan = plan;
            this.info = info;
        }

        ConditionResult run(TestFolder folder, List<ConditionResult> before, BooleanSupplier stop) {
            RecordSettings record = condition.experiment().testing().record();
            AnswerCount count = new AnswerCount(condition
                    .experiment()
                    .metrics()
                    .forClasses(Math.toIntExact(showing.readout().features())));
            Activity activity = new Activity(record.reduce() instanceof Resolution.Mean);
            int steps = showing.schedule(showing.chance(0)).steps();
            long[] right = new long[steps];
            boolean[][] present = {new boolean[steps]};
            int[] order = loader.order(0);
            int done = 0;
            long shownBefore =
                    before.stream().mapToLong(ConditionResult::images).sum();
            long all = (long) loader.images() * conditions.size();
            try (ConditionWriter writer = new ConditionWriter(
                            folder.path(), condition, showing.stepMs(), plan, record, metadata(record));
                    Pass pass = loader.pass(0, 0)) {
                while (pass.hasNext() && !stop.getAsBoolean()) {
                    Batch batch = pass.next();
                    long[] samples = new long[batch.size()];
                    for (int i = 0; i < samples.length; i++) {
                        samples[i] = order[done + i];
                    }
                    Schedule schedule = showing.schedule(showing.chance(batch.index()));
                    Place place = new Place(0, batch.index(), done);
                    showing.run(batch, schedule, place, recording, responses -> {
                        Answers answers =
                                Answers.of(responses, showing.readout().name(), schedule, batch.labels());
                        writer.add(responses, answers, samples, batch.labels());
                        count.add(responses.answer(showing.readout().name()), answers.askedLabels());
                        activity.add(responses);
                        for (int i = 0; i < answers.guesses().length; i++) {
                            right[i % right.length] += answers.guesses()[i] == answers.labels()[i] ? 1 : 0;
                        }
                        present[0] = answers.present();
                    });
                    done += batch.size();
                    listener.shown(shownBefore + done, all);
                }
                writer.flush();
            }
            double[] always = new double[right.length];
            for (int step = 0; step < always.length; step++) {
                always[step] = present[0][step] ? (double) right[step] / done : Double.NaN;
            }
            return new ConditionResult(
                    condition, done, showing.stepMs(), showing.latency(), count.result(), always, activity.means());
        }

        private Map<String, String> metadata(RecordSettings record) {
            Map<String, String> metadata = new LinkedHashMap<>();
            metadata.put("format", "dync-responses-1");
            metadata.put("model", info.name());
            metadata.put("protocol", protocol.name());
            metadata.put("condition", Integer.toString(condition.number()));
            condition.varied().forEach(metadata::put);
            metadata.put("step_ms", Numbers.text(showing.stepMs()));
            metadata.put("idle_steps", Integer.toString(info.idle()));
            metadata.put("axes", "image, step, " + record.reduce().axes());
            metadata.put("readout", showing.readout().name());
            metadata.put("weights", weights.description());
            return metadata;
        }
    }
}

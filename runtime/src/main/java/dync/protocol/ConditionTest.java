package dync.protocol;

import dync.data.Dataset;
import dync.data.Split;
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
import dync.runtime.Recording;
import dync.runtime.UserError;
import dync.settings.DataSize;
import dync.stimulus.Place;
import dync.stimulus.Schedule;
import dync.train.Showing;
import dync.train.metric.AnswerCount;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.bytedeco.pytorch.Device;

/** One condition of a test, ready to be shown: what does not fit is known before the first image. */
final class ConditionTest {
    private static final int BYTES_OF_A_LINE = 64;
    private static final int BYTES_OF_AN_ANSWER = 32;

    private final Condition condition;
    private final ModelInfo info;
    private final Showing showing;
    private final int steps;
    private final RecordSettings record;
    private final Recording recording;
    private final MemoryPlan plan;
    private final Loader loader;

    /** @throws UserError if model, data set and presentation do not fit each other */
    ConditionTest(Condition condition, DynModel model, Dataset set, Device device, ProtocolListener listener) {
        Experiment experiment = condition.experiment();
        this.condition = condition;
        this.info = model.info();
        this.showing = new Showing(model, set, experiment, device);
        this.steps = showing.schedule(showing.chance(0)).steps();
        this.record = experiment.testing().record();
        this.recording = record.recording(info);
        this.plan = plan();
        if (plan.batch() < experiment.testing().batch()) {
            listener.note("batches of " + plan.batch() + " images, not "
                    + experiment.testing().batch() + ", keep responses within "
                    + experiment.testing().memory());
        }
        this.loader = new Loader(
                new Preparation(set, Split.TEST, experiment.transforms()),
                LoaderSettings.inTurn(plan.batch())
                        .limitedTo(experiment.data().testLimit())
                        .with(experiment.loading().keepingLast()));
        if (loader.images() == 0) {
            throw new UserError(set.name() + " has no images to test on", "choose another set, or other classes of it");
        }
        showing.requireImages(loader, "the test", "change testing.batch, testing.memory or data.test_limit");
    }

    private MemoryPlan plan() {
        Experiment experiment = condition.experiment();
        long areas = record.shapes(info).values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
                .sum();
        long readouts =
                info.readouts().stream().mapToLong(ModelInfo.Readout::features).sum();
        long number = record.dtype().bytes();
        long line = BYTES_OF_A_LINE
                + condition.varied().values().stream().mapToLong(String::length).sum();
        DataSize memory = experiment.testing().memory();
        return MemoryPlan.of(
                memory,
                steps * (number * areas + Float.BYTES * readouts + BYTES_OF_AN_ANSWER),
                steps * (number * (areas + readouts) + line),
                experiment.testing().batch());
    }

    /** How many images it shows. */
    int images() {
        return loader.images();
    }

    /**
     * Shows all images.
     *
     * @param metadata what the files say besides
     * @param shown told after each batch how many images were shown so far
     * @param stop asked before every batch; true ends the condition there
     */
    ConditionResult run(
            TestFolder folder, SortedMap<String, String> metadata, IntConsumer shown, BooleanSupplier stop) {
        AnswerCount count = new AnswerCount(condition
                .experiment()
                .metrics()
                .forClasses(Math.toIntExact(showing.readout().features())));
        Activity activity = new Activity(record.reduce() instanceof Resolution.Mean);
        RightAnswers right = new RightAnswers(steps);
        int[] order = loader.order(0);
        int done = 0;
        try (ConditionWriter writer = new ConditionWriter(
                        folder.path(), condition, showing.stepMs(), plan, record, metadata(metadata));
                Pass pass = loader.pass(0, 0)) {
            while (pass.hasNext() && !stop.getAsBoolean()) {
                Batch batch = pass.next();
                long[] samples = Arrays.stream(order, done, done + batch.size())
                        .asLongStream()
                        .toArray();
                Schedule schedule = showing.schedule(showing.chance(batch.index()));
                Place place = new Place(0, batch.index(), done);
                showing.run(batch, schedule, place, recording, responses -> {
                    String readout = showing.readout().name();
                    Answers answers = Answers.of(responses, readout, schedule, batch.labels());
                    writer.add(responses, answers, samples, batch.labels());
                    count.add(responses.answer(readout), answers.askedLabels());
                    activity.add(responses);
                    right.add(answers);
                });
                done += batch.size();
                shown.accept(done);
            }
            writer.flush();
        }
        return new ConditionResult(
                condition, done, showing.stepMs(), showing.latency(), count.result(), right.shares(), activity.means());
    }

    private Map<String, String> metadata(SortedMap<String, String> common) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("format", "dync-responses-1");
        metadata.put("model", info.name());
        metadata.putAll(common);
        metadata.put("condition", Integer.toString(condition.number()));
        condition.varied().forEach(metadata::put);
        metadata.put("step_ms", Numbers.text(showing.stepMs()));
        metadata.put("idle_steps", Integer.toString(info.idle()));
        metadata.put("axes", "image, step, " + record.reduce().axes());
        metadata.put("readout", showing.readout().name());
        return metadata;
    }
}

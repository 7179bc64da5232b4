package dync.protocol;

import dync.data.Dataset;
import dync.data.catalogue.DataSettings;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.NoGrad;
import dync.track.CsvLine;
import dync.train.Machine;
import dync.train.TrainedWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;

/** Tests a trained model by a protocol, and writes down what it did. */
public final class ProtocolTest {

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
     * @param data opens a data set; asked once for each condition
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
        List<ConditionResult> results = new ArrayList<>();
        try {
            folder.keep("experiment.yaml", common.yaml());
            folder.keep("protocol.yaml", "# " + protocol.name() + "\n" + protocol.yaml());
            new AnswerTable(folder.path().resolve(ConditionWriter.ANSWERS))
                    .begin(CsvLine.of(ConditionWriter.columns(protocol)));
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
                    DynModel model = models.model(conditions.get(first).experiment())) {
                Machine machine = Machine.of(common);
                machine.take(model);
                String learned = weights.load(model, listener::note);
                model.eval();
                List<ConditionTest> tests = new ArrayList<>();
                for (Condition condition : conditions.subList(first, end)) {
                    tests.add(new ConditionTest(
                            condition, model, data.apply(condition.experiment().data()), machine.device(), listener));
                }
                for (int i = 0; i < tests.size() && !stop.getAsBoolean(); i++) {
                    results.add(run(tests.get(i), learned, folder, results, stop));
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

    private ConditionResult run(
            ConditionTest test, String learned, TestFolder folder, List<ConditionResult> before, BooleanSupplier stop) {
        long shown = before.stream().mapToLong(ConditionResult::images).sum();
        long all = (long) test.images() * conditions.size();
        return test.run(
                folder,
                new TreeMap<>(Map.of("protocol", protocol.name(), "weights", learned)),
                done -> listener.shown(shown + done, all),
                stop);
    }
}

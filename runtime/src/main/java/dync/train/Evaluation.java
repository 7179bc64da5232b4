package dync.train;

import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.data.load.Pass;
import dync.runtime.DynModel;
import dync.runtime.NoGrad;
import dync.stimulus.Place;
import dync.train.loss.Loss;
import dync.train.metric.AnswerCount;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;

/** Answers of a model on images that it does not learn from. */
final class Evaluation {
    private Evaluation() {}

    /**
     * Runs over all batches of a loader without gradients; the model is left as it was, training or not.
     *
     * @param stop asked before every batch; true ends early with what was counted so far
     */
    static TestResult run(
            DynModel model, Trials trials, Loader loader, TrainingListener listener, BooleanSupplier stop) {
        boolean training = model.isTraining();
        model.eval();
        EpochProgress progress = new EpochProgress();
        AnswerCount count = new AnswerCount(trials.metrics());
        int done = 0;
        try (NoGrad off = NoGrad.begin();
                Pass pass = loader.pass(0, 0)) {
            while (pass.hasNext() && !stop.getAsBoolean()) {
                done += batch(trials, pass, done, progress, count);
                listener.testing(done, loader.images());
            }
        } finally {
            if (training) {
                model.train();
            }
        }
        return new TestResult(done, progress.loss(), progress.terms(), progress.accuracy(), count.result());
    }

    private static int batch(Trials trials, Pass pass, int done, EpochProgress progress, AnswerCount count) {
        try (PointerScope scope = new PointerScope()) {
            Batch batch = pass.next();
            trials.run(batch, trials.chance(batch.index()), new Place(0, batch.index(), done), judged -> {
                Loss.Cost cost = trials.loss().of(judged);
                progress.add(cost.error().item_float(), 0, BatchStep.values(cost), judged.answers(), judged.labels());
                count.add(judged.answers(), judged.labels());
            });
            return batch.size();
        }
    }
}

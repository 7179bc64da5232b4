package dync.train;

import dync.stimulus.Presentation;

/**
 * Everything that decides how a model is trained on a data set, apart from the two themselves.
 *
 * @param epochs times that all training images are seen
 * @param batch images in a batch
 * @param learningRate of every step
 * @param optimizer which optimiser, with its constants
 * @param clip largest joint norm of the gradients; 0 leaves them as they are
 * @param seed of weights, of every order and of everything random inside the model
 * @param limit train on so many images; 0 trains on all
 * @param testLimit test on so many images after every epoch; 0 tests on all
 * @param steps steps that an image is presented for; 0 takes the model's own
 * @param presentation how an image is shown over time, and when the answer counts
 * @param readout the readout that is trained; empty takes the only one
 * @param device {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:n}
 * @param threads for one operation of libtorch; 0 leaves the choice to it. Results are bit-equal for the same number
 * @param checkpointEvery batches between checkpoints within an epoch; 0 writes one after each epoch only
 */
public record TrainingSettings(
        int epochs,
        int batch,
        double learningRate,
        OptimizerSettings optimizer,
        double clip,
        long seed,
        int limit,
        int testLimit,
        int steps,
        Presentation presentation,
        String readout,
        String device,
        int threads,
        int checkpointEvery) {

    /** What a newcomer gets: three epochs of Adam. */
    public static TrainingSettings defaults() {
        return new Builder().build();
    }

    /** Starts from {@link #defaults}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these settings. */
    public Builder change() {
        return new Builder(this);
    }

    /** Collects settings; what is not set keeps its default. Each is explained at the record's component of its name. */
    public static final class Builder {
        private int epochs = 3;
        private int batch = 32;
        private double learningRate = 2e-3;
        private OptimizerSettings optimizer = OptimizerSettings.of(OptimizerKind.ADAM);
        private double clip = 1;
        private long seed;
        private int limit;
        private int testLimit = 2000;
        private int steps;
        private Presentation presentation = Presentation.CONSTANT;
        private String readout = "";
        private String device = "auto";
        private int threads;
        private int checkpointEvery = 500;

        private Builder() {}

        private Builder(TrainingSettings from) {
            epochs = from.epochs;
            batch = from.batch;
            learningRate = from.learningRate;
            optimizer = from.optimizer;
            clip = from.clip;
            seed = from.seed;
            limit = from.limit;
            testLimit = from.testLimit;
            steps = from.steps;
            presentation = from.presentation;
            readout = from.readout;
            device = from.device;
            threads = from.threads;
            checkpointEvery = from.checkpointEvery;
        }

        public Builder epochs(int value) {
            epochs = Checks.atLeast("epochs", value, 1);
            return this;
        }

        public Builder batch(int value) {
            batch = Checks.atLeast("batch", value, 1);
            return this;
        }

        public Builder learningRate(double value) {
            learningRate = Checks.positive("learning_rate", value);
            return this;
        }

        public Builder optimizer(OptimizerSettings value) {
            optimizer = value;
            return this;
        }

        public Builder clip(double value) {
            clip = Checks.atLeast("clip", value, 0.0);
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        public Builder limit(int value) {
            limit = Checks.atLeast("limit", value, 0);
            return this;
        }

        public Builder testLimit(int value) {
            testLimit = Checks.atLeast("test_limit", value, 0);
            return this;
        }

        public Builder steps(int value) {
            steps = Checks.atLeast("steps", value, 0);
            return this;
        }

        public Builder presentation(Presentation value) {
            presentation = value;
            return this;
        }

        public Builder readout(String value) {
            readout = value;
            return this;
        }

        public Builder device(String value) {
            device = value;
            return this;
        }

        public Builder threads(int value) {
            threads = Checks.atLeast("threads", value, 0);
            return this;
        }

        public Builder checkpointEvery(int value) {
            checkpointEvery = Checks.atLeast("checkpoint_every", value, 0);
            return this;
        }

        public TrainingSettings build() {
            return new TrainingSettings(
                    epochs,
                    batch,
                    learningRate,
                    optimizer,
                    clip,
                    seed,
                    limit,
                    testLimit,
                    steps,
                    presentation,
                    readout,
                    device,
                    threads,
                    checkpointEvery);
        }
    }
}

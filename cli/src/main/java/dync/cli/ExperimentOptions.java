package dync.cli;

import dync.experiment.ExperimentReader;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Settings of an experiment that are often changed; each is short for a path, which {@code --set} takes too. */
final class ExperimentOptions {
    private record Given(String path, String value, String label) {}

    private final List<Given> given = new ArrayList<>();

    @Option(
            names = {"-p", "--profile"},
            paramLabel = "NAME",
            description = "Lay a profile over the experiment: one of the file's own, or of dync config profiles.")
    private List<String> profiles = List.of();

    @Option(names = "--epochs", paramLabel = "N", description = "Times that all images are seen: 3.")
    void epochs(String value) {
        put("training.epochs", value, "--epochs");
    }

    @Option(names = "--batch", paramLabel = "N", description = "Images in a batch: 32.")
    void batch(String value) {
        put("training.batch", value, "--batch");
    }

    @Option(names = "--lr", paramLabel = "RATE", description = "Learning rate: 2e-3 of adam, the default.")
    void learningRate(String value) {
        put("training.optimizer.learning_rate", value, "--lr");
    }

    @Option(names = "--optimizer", paramLabel = "NAME", description = "'adam', 'adamw', 'sgd', 'rmsprop', …: adam.")
    void optimizer(String value) {
        // below the others, which may be about the optimizer that it names
        given.add(0, new Given("training.optimizer", value, "--optimizer"));
    }

    @Option(names = "--momentum", paramLabel = "SHARE", description = "Momentum of sgd: 0.9.")
    void momentum(String value) {
        put("training.optimizer.momentum", value, "--momentum");
    }

    @Option(names = "--weight-decay", paramLabel = "SHARE", description = "Weight decay: 0, of adamw 0.01.")
    void weightDecay(String value) {
        put("training.optimizer.weight_decay", value, "--weight-decay");
    }

    @Option(names = "--clip", paramLabel = "NORM", description = "Largest norm of the gradients; 0 is any: 1.")
    void clip(String value) {
        put("training.clip", value, "--clip");
    }

    @Option(names = "--seed", paramLabel = "N", description = "Decides weights, orders and all else at random: 0.")
    void seed(String value) {
        put("seed", value, "--seed");
    }

    @Option(names = "--limit", paramLabel = "N", description = "Train on so many images; 0 is all: 0.")
    void limit(String value) {
        put("data.train_limit", value, "--limit");
    }

    @Option(
            names = "--validation-limit",
            paramLabel = "N",
            description = "Validate on so many images after each epoch; 0 is all: 2000.")
    void validationLimit(String value) {
        put("data.validation_limit", value, "--validation-limit");
    }

    @Option(names = "--steps", paramLabel = "N", description = "Time steps an image is shown for; 0 is the model's: 0.")
    void steps(String value) {
        put("presentation.steps", value, "--steps");
    }

    @Option(
            names = "--pattern",
            paramLabel = "BITS",
            description = "How an image is shown over the steps, 1 the image and 0 a blank, stretched over them: 1.")
    void pattern(String value) {
        put("presentation.course", "{kind: pattern, entries: \"" + value + "\"}", "--pattern");
    }

    @Option(
            names = "--reaction-time",
            paramLabel = "TIME",
            description = "No answer is asked for until so long after an image appears: 0 ms.")
    void reactionTime(String value) {
        put("presentation.reaction_time", value, "--reaction-time");
    }

    @Option(
            names = "--readout",
            paramLabel = "NAME",
            description = "The readout that is trained, if there are several.")
    void readout(String value) {
        put("training.readout", value, "--readout");
    }

    @Option(names = "--device", paramLabel = "NAME", description = "'auto', 'cpu', 'cuda' or 'cuda:N': auto.")
    void device(String value) {
        put("device", value, "--device");
    }

    @Option(names = "--threads", paramLabel = "N", description = "Threads of one operation; 0 is one a core: 0.")
    void threads(String value) {
        put("threads", value, "--threads");
    }

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            description = "Batches between checkpoints within an epoch; 0 is at its end only: 500.")
    void checkpointEvery(String value) {
        put("training.checkpoint_every", value, "--checkpoint-every");
    }

    private void put(String path, String value, String label) {
        given.add(new Given(path, value, label));
    }

    /** Profiles, then the environment, then what was given. */
    ExperimentReader over(ExperimentReader reader) {
        profiles.forEach(reader::profile);
        reader.environment(System.getenv());
        given.forEach(one -> reader.set(one.path(), one.value(), one.label()));
        return reader;
    }
}

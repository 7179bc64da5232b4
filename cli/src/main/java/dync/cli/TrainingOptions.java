package dync.cli;

import dync.stimulus.Presentation;
import dync.train.OptimizerKind;
import dync.train.OptimizerSettings;
import dync.train.TrainingSettings;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a model is trained; what is not given stays as it is. */
final class TrainingOptions {
    @Option(names = "--epochs", paramLabel = "N", description = "How often all training images are seen: 3.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--batch", paramLabel = "N", description = "Images in a batch: 32.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--lr", paramLabel = "RATE", description = "Learning rate: 0.002.")
    private Optional<Double> learningRate = Optional.empty();

    @Option(names = "--optimizer", paramLabel = "NAME", description = "'sgd', 'adam' or 'adamw': adam.")
    private Optional<OptimizerKind> optimizer = Optional.empty();

    @Option(names = "--momentum", paramLabel = "SHARE", description = "Momentum of sgd: 0.9.")
    private Optional<Double> momentum = Optional.empty();

    @Option(names = "--weight-decay", paramLabel = "SHARE", description = "Weight decay: 0, of adamw 0.01.")
    private Optional<Double> weightDecay = Optional.empty();

    @Option(names = "--clip", paramLabel = "NORM", description = "Largest norm of the gradients; 0 is any: 1.")
    private Optional<Double> clip = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Decides weights, orders and all else at random: 0.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "Train on so many images; 0 is all: 0.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--test-limit",
            paramLabel = "N",
            description = "Test on so many images after each epoch; 0 is all: 2000. dync test uses all.")
    private Optional<Integer> testLimit = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "Time steps an image is shown for; 0 is the model's: 0.")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--pattern",
            paramLabel = "BITS",
            description = "How an image is shown over the steps, 1 the image and 0 a blank, stretched over them: 1.")
    private Optional<String> pattern = Optional.empty();

    @Option(
            names = "--reaction-time",
            paramLabel = "MS",
            description = "No answer is asked for until so many milliseconds after an image appears: 0.")
    private Optional<Double> reactionTime = Optional.empty();

    @Option(
            names = "--readout",
            paramLabel = "NAME",
            description = "The readout that is trained, if there are several.")
    private Optional<String> readout = Optional.empty();

    @Option(names = "--device", paramLabel = "NAME", description = "'auto', 'cpu', 'cuda' or 'cuda:N': auto.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Threads of one operation; 0 is one a core: 0.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            description = "Batches between checkpoints within an epoch; 0 is at its end only: 500.")
    private Optional<Integer> checkpointEvery = Optional.empty();

    /**
     * What was given, over what there is.
     *
     * @throws dync.runtime.UserError if a value is out of its range
     */
    TrainingSettings over(TrainingSettings base) {
        TrainingSettings.Builder settings = base.change();
        epochs.ifPresent(settings::epochs);
        batch.ifPresent(settings::batch);
        learningRate.ifPresent(settings::learningRate);
        clip.ifPresent(settings::clip);
        seed.ifPresent(settings::seed);
        limit.ifPresent(settings::limit);
        testLimit.ifPresent(settings::testLimit);
        steps.ifPresent(settings::steps);
        readout.ifPresent(settings::readout);
        device.ifPresent(settings::device);
        threads.ifPresent(settings::threads);
        checkpointEvery.ifPresent(settings::checkpointEvery);
        settings.optimizer(optimizer(base.optimizer()));
        settings.presentation(presentation(base.presentation()));
        return settings.build();
    }

    private OptimizerSettings optimizer(OptimizerSettings old) {
        OptimizerSettings base = optimizer
                .filter(kind -> kind != old.kind())
                .map(OptimizerSettings::of)
                .orElse(old);
        return new OptimizerSettings(
                base.kind(),
                momentum.orElse(base.momentum()),
                base.beta1(),
                base.beta2(),
                base.epsilon(),
                weightDecay.orElse(base.weightDecay()));
    }

    private Presentation presentation(Presentation old) {
        return Presentation.parse(
                pattern.orElse(old.pattern()), reactionTime.orElse(old.reactionTimeMs()), old.blank(), old.shuffled());
    }
}

package dync.parity;

import com.google.gson.JsonElement;
import dync.parity.Comparison.Kind;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.stimulus.PresentationSettings;
import dync.stimulus.Schedule;
import dync.train.StepAccuracy;
import dync.train.metric.Guesses;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** A still image and its label, shown over time as the case says, through the model to loss, measures and gradients. */
final class TrainingStep {
    private final ParityCase recorded;
    private final Subject subject;
    private final Comparison comparison;
    private final DynModel model;
    private final int latency;

    private TrainingStep(ParityCase recorded, Subject subject, Comparison comparison, DynModel model) {
        this.recorded = recorded;
        this.subject = subject;
        this.comparison = comparison;
        this.model = model;
        ModelInfo.Readout readout = model.info().readouts().get(0);
        this.latency = Math.max(0, readout.firstStep() - model.info().idle());
    }

    /** Runs the step; the weights have their gradients after it. */
    static void of(ParityCase recorded, Subject subject, Comparison comparison, DynModel model) {
        new TrainingStep(recorded, subject, comparison, model).run();
    }

    private void run() {
        if (recorded.shape("input").get(1) != 1 || subject.lead() > 0) {
            throw new OutOfScope("a training step on moving images, or idle steps without a history");
        }
        Settings given = recorded.stepSettings();
        int steps = steps(given);
        float blank = (float) given.number("non_input_value", 0);
        if (blank != 0 && model.info().idle() > 0) {
            throw new OutOfScope("idle steps on a blank of " + blank);
        }
        int unlabelled = given.whole("non_label_index", -1);
        Criteria criteria = Criteria.of(recorded, given);
        PresentationSettings presentation = MaskRule.presentation(given, blank);
        given.complete();
        int wanted = Math.toIntExact(recorded.shape("output").get(1)) - latency;
        if (wanted != steps) {
            throw new OutOfScope(wanted + " steps were recorded, " + steps + " are stated");
        }
        Schedule schedule = (steps > 1 ? presentation : PresentationSettings.standard())
                .schedule(steps, model.info().stepMs(), latency, new Random(0));
        int[] classes = Arrays.stream(recorded.values("labels"))
                .mapToInt(label -> (int) label)
                .toArray();
        double[] labels = MaskRule.labels(schedule, classes, (int) Schedule.UNLABELLED);
        comparison.exact("processed_labels", MaskRule.labels(schedule, classes, unlabelled));
        comparison.exact(
                "processed_input_is_stimulus",
                MaskRule.repeat(MaskRule.flags(schedule.steps(), schedule::shown), classes.length));
        comparison.exact("n_residual_timesteps", new double[] {latency});

        Stimulus stimulus = shown(schedule.stimulus(recorded.tensor("input").select(1, 0), blank));
        boolean penalised = !model.info().penalties().isEmpty();
        for (String name : criteria.recorded()) {
            if (!penalised && model.info().area(name).isEmpty()) {
                throw new OutOfScope(model.info().name() + " does not record " + name);
            }
        }
        Recording recording = penalised
                ? Recording.none()
                : Recording.areas(criteria.recorded()).withGradient();
        try (Responses responses = model.forward(stimulus, recording)) {
            Tensor answers = responses.answer(responses.answers().iterator().next());
            Tensor wantedClasses = Numbers.tensor(new long[] {classes.length, schedule.steps()}, labels)
                    .to(ScalarType.Long);
            judge(answers, wantedClasses, criteria.losses(answers, wantedClasses, responses));
        }
    }

    /** The reference takes the larger of the steps that are stated and those of the input's dimensions. */
    private int steps(Settings given) {
        int stated = given.whole("n_timesteps", 1);
        return recorded.settings()
                .get("input_dims")
                .map(JsonElement::getAsJsonArray)
                .filter(dimensions -> dimensions.size() == 4)
                .map(dimensions -> Math.max(stated, dimensions.get(0).getAsInt()))
                .orElse(stated);
    }

    /** Where the model takes the first frame alone, the others are absent; behind idle steps that was a blank. */
    private Stimulus shown(Stimulus plain) {
        if (!subject.once()) {
            return plain;
        }
        boolean idle = model.info().idle() > 0;
        return new Stimulus() {
            @Override
            public int steps() {
                return plain.steps();
            }

            @Override
            public long batch() {
                return plain.batch();
            }

            @Override
            public Tensor frame(String input, int step) {
                return step == 0 && !idle ? plain.frame(input, step) : null;
            }
        };
    }

    private void judge(Tensor answers, Tensor labels, Map<String, Tensor> losses) {
        Tensor loss = losses.values().stream().reduce(Tensor::add).orElseThrow();
        comparison.single(Kind.OUTPUT, Numbers.of(answers));
        comparison.single(Kind.LOSS, Numbers.of(loss));
        losses.forEach((name, part) -> comparison.further(Kind.LOSS, "weighted_loss/" + name, Numbers.of(part)));
        Tensor guesses = Guesses.of(answers);
        comparison.exact("guess_index", Numbers.of(guesses));
        StepAccuracy accuracy = new StepAccuracy();
        accuracy.add(answers, labels);
        // where nothing is labelled the reference calls the accuracy 0
        double right = accuracy.labelled() == 0 ? 0 : accuracy.overall();
        comparison.further(Kind.OUTPUT, "accuracy", new double[] {right});
        Tensor sure = Guesses.confidence(answers, guesses).mean();
        comparison.further(Kind.OUTPUT, "guess_confidence", Numbers.of(sure));
        Tensor first = Guesses.confidence(answers, Guesses.firstLabels(labels)).mean();
        comparison.further(Kind.OUTPUT, "first_label_confidence", Numbers.of(first));
        loss.backward();
    }
}

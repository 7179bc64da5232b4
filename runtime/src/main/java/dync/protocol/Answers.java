package dync.protocol;

import dync.runtime.Responses;
import dync.stimulus.Schedule;
import dync.stimulus.course.Scene;
import dync.train.metric.Guesses;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * What a batch was answered with. Arrays hold one value for each image and step, image by image.
 *
 * @param images how many
 * @param labels what should have been answered: the class that is asked for; where nothing is asked, that which is asked for
 *     first
 * @param asked for each image and step whether the answer counts
 * @param present for each step whether the readout had an input
 */
record Answers(
        int images,
        int steps,
        long[] guesses,
        float[] confidences,
        long[] labels,
        float[] labelConfidences,
        boolean[] asked,
        boolean[] present) {

    static Answers of(Responses responses, String readout, Schedule schedule, int[] classes) {
        int steps = schedule.steps();
        boolean[] present = responses.present(readout);
        int first = IntStream.range(0, steps)
                .filter(schedule::asked)
                .map(schedule::answer)
                .findFirst()
                .orElse(0);
        long[] labels = new long[classes.length * steps];
        boolean[] asked = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int step = i % steps;
            int image = schedule.answer(step) == Scene.NO_IMAGE ? first : schedule.answer(step);
            labels[i] = classes[(i / steps + image) % classes.length];
            asked[i] = schedule.asked(step) && present[step];
        }
        Tensor answers = responses.answer(readout);
        Tensor wanted = tensor(labels, classes.length, steps).to(answers.device(), ScalarType.Long);
        Tensor guesses = Guesses.of(answers);
        return new Answers(
                classes.length,
                steps,
                longs(guesses),
                floats(Guesses.confidence(answers, guesses)),
                labels,
                floats(Guesses.confidence(answers, wanted)),
                asked,
                present);
    }

    /** {@code [B, T]}: the class where the answer counts, else {@link Schedule#UNLABELLED}. */
    Tensor askedLabels() {
        long[] counted = new long[labels.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = asked[i] ? labels[i] : Schedule.UNLABELLED;
        }
        return tensor(counted, images, steps);
    }

    private static Tensor tensor(long[] values, int images, int steps) {
        Tensor tensor = torch.empty(new long[] {images, steps}, new TensorOptions(ScalarType.Long), null);
        tensor.data_ptr_long().put(values, 0, values.length);
        return tensor;
    }

    private static long[] longs(Tensor tensor) {
        Tensor plain = tensor.cpu().contiguous();
        long[] values = new long[Math.toIntExact(plain.numel())];
        plain.data_ptr_long().get(values);
        return values;
    }

    private static float[] floats(Tensor tensor) {
        Tensor plain = tensor.to(ScalarType.Float).cpu().contiguous();
        float[] values = new float[Math.toIntExact(plain.numel())];
        plain.data_ptr_float().get(values);
        return values;
    }
}

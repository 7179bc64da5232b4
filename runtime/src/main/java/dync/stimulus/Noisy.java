package dync.stimulus;

import dync.runtime.UserError;
import dync.stimulus.noise.Draws;
import dync.stimulus.noise.Noise;
import dync.stimulus.noise.NoiseLevel;
import dync.stimulus.noise.NoiseLevel.Over;
import dync.stimulus.noise.PoissonNoise;
import dync.stimulus.noise.SampleDraws;
import dync.stimulus.noise.SeededDraws;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * Noise on the images of a run.
 *
 * @param noise the kind
 * @param level how strong, measured by the images as they are, whatever contrast they are shown at
 * @param change whether the noise changes from step to step
 * @param correlationMs time after which correlated noise has lost all but 1/e of what it was, above 0
 * @param background whether the blank has noise too, of the same power as that on the images
 * @param source where the random numbers come from
 */
public record Noisy(
        Noise noise, NoiseLevel level, Change change, double correlationMs, boolean background, Source source) {
    /** Whether noise changes from step to step. */
    public enum Change {
        /** One pattern for all steps of a batch. */
        STATIC,
        /** A pattern of its own at every step, independent of those before. */
        DYNAMIC,
        /** A pattern that changes slowly: see {@link dync.stimulus.noise.CorrelatedDraws}. */
        CORRELATED
    }

    /** Gives the draws of a batch at a step; the same ones whenever it is asked for the same. */
    public interface Source {
        /**
         * Draws for one frame.
         *
         * @param place where the batch stands
         * @param images number of images in the batch
         * @param step from 0; of a pattern that stays, always 0
         * @param shown whether they are for the image, and not for the blank
         */
        Draws draws(Device device, Place place, long images, int step, boolean shown);

        /** Draws that follow from a seed, the place of the batch and the step. */
        static Source seeded(long seed) {
            return (device, place, images, step, shown) ->
                    new SeededDraws(device, seed, place.pass(), place.batch(), step, shown ? 1 : 0);
        }

        /** Draws that follow for every image from a seed, its position in the pass, and the step. */
        static Source seededByImage(long seed) {
            return (device, place, images, step, shown) -> new SampleDraws(LongStream.range(0, images)
                    .mapToObj(image ->
                            new SeededDraws(device, seed, place.pass(), place.first() + image, step, shown ? 1 : 0))
                    .toList());
        }
    }

    /**
     * Checks that the kind can change so.
     *
     * @throws UserError if it cannot, or the correlation time is not above 0
     */
    public Noisy {
        if (change == Change.CORRELATED && noise instanceof PoissonNoise) {
            throw new UserError(
                    "poisson noise cannot be correlated in time: each step counts anew",
                    "take change: dynamic, or another kind of noise");
        }
        if (!(correlationMs > 0)) {
            throw new UserError(
                    "a correlation time of " + correlationMs + " ms is not possible", "give more than 0 ms");
        }
    }

    /** Noise that follows from a seed, on the image alone. */
    public static Noisy seeded(Noise noise, NoiseLevel level, Change change, long seed) {
        Source source = level.over() == Over.IMAGE ? Source.seededByImage(seed) : Source.seeded(seed);
        return new Noisy(noise, level, change, NoiseSettings.USUAL_CORRELATION_MS, false, source);
    }

    /** The same with noise on the blank too. */
    public Noisy withBackground() {
        return new Noisy(noise, level, change, correlationMs, true, source);
    }

    /** The same with another correlation time. */
    public Noisy correlated(double ms) {
        return new Noisy(noise, level, Change.CORRELATED, ms, background, source);
    }

    /** The noise of a batch; it belongs, with what it keeps, to the current scope. */
    NoisyFrames on(Tensor images, double stepMs, Place place) {
        noise.requireSignal(level);
        return new NoisyFrames(this, images, stepMs, place);
    }
}

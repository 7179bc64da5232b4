package dync.stimulus;

import dync.stimulus.noise.Draws;
import dync.stimulus.noise.Noise;
import dync.stimulus.noise.NoiseLevel;
import dync.stimulus.noise.SeededDraws;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * An image with noise on it.
 *
 * @param noise the kind
 * @param level how strong, measured by the images of the batch
 * @param change whether the noise changes from step to step
 * @param background whether the blank has noise too, of the same power as that on the images
 * @param source where the random numbers come from
 */
public record Noisy(Noise noise, NoiseLevel level, Change change, boolean background, Source source)
        implements Appearance {
    /** Whether noise changes from step to step. */
    public enum Change {
        /** One pattern for all steps of a batch. */
        FROZEN,
        /** A pattern of its own at every step, independent of those before. */
        DYNAMIC
    }

    /** Gives the draws of a batch at a step; the same ones whenever it is asked for the same. */
    public interface Source {
        /**
         * Draws for one sight.
         *
         * @param step from 0; of a pattern that stays, always 0
         * @param shown whether they are for the image, and not for the blank
         */
        Draws draws(Device device, long batch, int step, boolean shown);

        /** Draws that follow from a seed, the number of the batch and the step. */
        static Source seeded(long seed) {
            return (device, batch, step, shown) -> new SeededDraws(device, seed, batch, step, shown ? 1 : 0);
        }
    }

    /** Noise that follows from a seed, on the image alone. */
    public static Noisy seeded(Noise noise, NoiseLevel level, Change change, long seed) {
        return new Noisy(noise, level, change, false, Source.seeded(seed));
    }

    /** The same with noise on the blank too. */
    public Noisy withBackground() {
        return new Noisy(noise, level, change, true, source);
    }

    @Override
    public Sights of(Tensor images, float blank, long batch) {
        if (level.clean()) {
            return PLAIN.of(images, blank, batch);
        }
        noise.requireSignal(level);
        Tensor even = Sights.even(images, blank);
        Changing changing = new Changing(this, images, even, Sights.laidOut(even), batch);
        return change == Change.DYNAMIC ? changing : new Sights.Steady(changing.image(0), changing.blank(0));
    }

    /** Made when asked for; what it is made from is kept in the order in which random numbers come. */
    record Changing(Noisy noisy, Tensor images, Tensor even, Tensor quiet, long batch) implements Sights {
        @Override
        public Tensor image(int step) {
            return frame(images, step, true);
        }

        @Override
        public Tensor blank(int step) {
            return noisy.background() ? frame(even, step, false) : quiet;
        }

        @Override
        public boolean changes(boolean shown) {
            return shown || noisy.background();
        }

        private Tensor frame(Tensor frame, int step, boolean shown) {
            Draws draws = noisy.source().draws(images.device(), batch, step, shown);
            return Sights.laidOut(noisy.noise().on(frame, images, noisy.level(), draws));
        }
    }
}

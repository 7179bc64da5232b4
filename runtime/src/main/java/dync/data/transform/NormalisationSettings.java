package dync.data.transform;

import dync.data.Dataset;
import dync.data.Normalisation;
import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import java.util.Arrays;
import java.util.List;

/** What values a model sees for pixels from 0 to 1. */
public sealed interface NormalisationSettings {
    /**
     * The figures for images of a number of channels.
     *
     * @throws UserError if there are none
     */
    Normalisation of(Dataset dataset, int channels);

    /** Mean 0 and deviation 1 over the images of the set that are trained on. */
    @Kind(value = "by mean and standard deviation of the set's training images", name = "set")
    record OfSet() implements NormalisationSettings {
        @Override
        public Normalisation of(Dataset dataset, int channels) {
            Normalisation own = dataset.normalisation();
            if (own.channels() == 1 && channels > 1) {
                return Normalisation.of(repeated(own.mean(0), channels), repeated(own.deviation(0), channels));
            }
            if (own.channels() != channels) {
                throw new UserError(
                        dataset.name() + " has means and deviations for " + own.channels()
                                + " channels, and its images are made to have " + channels,
                        "state them: normalisation: {kind: figures, mean: [0.5], deviation: [0.25]}");
            }
            return own;
        }
    }

    /**
     * Stated figures.
     *
     * @param mean one for each channel, or one for all
     * @param deviation one for each channel, or one for all; above 0
     */
    @Kind("by stated figures")
    record Figures(
            @Key("mean of each channel, 0 to 1, or one for all")
            List<Double> mean,

            @Key(value = "standard deviation of each channel, or one for all", above = 0)
            List<Double> deviation)
            implements NormalisationSettings {
        /** Keeps copies. */
        public Figures {
            mean = List.copyOf(mean);
            deviation = List.copyOf(deviation);
        }

        @Override
        public Normalisation of(Dataset dataset, int channels) {
            return Normalisation.of(each(mean, channels), each(deviation, channels));
        }

        private static float[] each(List<Double> figures, int channels) {
            if (figures.size() != 1 && figures.size() != channels) {
                throw new UserError(
                        figures.size() + " means or deviations for images of " + channels + " channels",
                        "state one for each channel, or one for all");
            }
            float[] each = new float[channels];
            for (int c = 0; c < channels; c++) {
                each[c] = figures.get(c % figures.size()).floatValue();
            }
            return each;
        }
    }

    /** Values from 0 to 1. */
    @Kind("not at all: values from 0 to 1")
    record None() implements NormalisationSettings {
        @Override
        public Normalisation of(Dataset dataset, int channels) {
            return Normalisation.of(repeated(0, channels), repeated(1, channels));
        }
    }

    /** Values from 0 to 255, as they are in most files. */
    @Kind("not at all: values from 0 to 255")
    record Bytes() implements NormalisationSettings {
        @Override
        public Normalisation of(Dataset dataset, int channels) {
            return Normalisation.of(repeated(0, channels), repeated(1 / 255f, channels));
        }
    }

    private static float[] repeated(float value, int channels) {
        float[] all = new float[channels];
        Arrays.fill(all, value);
        return all;
    }
}

package dync.stimulus;

import dync.data.Normalisation;
import dync.runtime.UserError;
import dync.settings.Key;
import dync.stimulus.course.Span;
import dync.stimulus.course.Throughout;
import dync.stimulus.course.TimeCourse;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How images are shown over time, and when the answer counts.
 *
 * @param steps how long a run is without its idle steps; 0 is as long as the model says
 * @param course what is seen when
 * @param reactionTime how long after an onset no answer is asked for, in ms; a part of a step counts as a whole one
 * @param blank value of every pixel while nothing is shown, after normalisation
 * @param contrast factor of every image
 * @param contrastAbout what a contrast of 0 would leave
 * @param noise on the images
 */
public record PresentationSettings(
        @Key(value = "how long a run is, in steps or ms; 0 is as long as the model says", standard = "0 steps")
        Span steps,

        @Key(value = "what is seen when", standard = "throughout", main = true)
        TimeCourse course,

        @Key(value = "no answer is asked for until so long after an onset", standard = "0 ms", unit = "ms", atLeast = 0)
        double reactionTime,

        @Key(value = "value of every pixel while nothing is shown, after normalisation", standard = "0")
        double blank,

        @Key(value = "contrast of the images, 1 is as they are", standard = "1")
        double contrast,

        @Key(value = "what contrast is measured from", standard = "data")
        About contrastAbout,

        @Key(value = "noise on the images", standard = "") Optional<NoiseSettings> noise) {

    /** What a contrast of 0 leaves. */
    public enum About {
        /** The mean of the data set: 0 after normalisation. */
        DATA,
        /** The mean of each image, channel by channel. */
        IMAGE,
        /** Black. */
        BLACK
    }

    /**
     * Checks the reaction time.
     *
     * @throws UserError if it is negative or not finite
     */
    public PresentationSettings {
        if (!(reactionTime >= 0) || Double.isInfinite(reactionTime)) {
            throw new UserError("a reaction time of " + reactionTime + " ms is not possible", "give 0 ms or more");
        }
    }

    /** The image at every step, as it is; the answer counts always. */
    public static PresentationSettings standard() {
        return of(new Throughout());
    }

    /** A course with everything else as it is if nobody says. */
    public static PresentationSettings of(TimeCourse course) {
        return new PresentationSettings(Span.NONE, course, 0, 0, 1, About.DATA, Optional.empty());
    }

    /**
     * What happens at each step of a run.
     *
     * @param ofModel steps of the model's own
     * @param stepMs length of a step in milliseconds
     * @param latency steps until the model's answer to the first step is there: see {@link Schedule#of}
     * @param random decides what is left to chance
     * @throws dync.runtime.UserError if the course does not fit into the steps, or a time is no whole number of steps
     */
    public Schedule schedule(int ofModel, double stepMs, int latency, Random random) {
        return Schedule.of(course.moments(steps(ofModel, stepMs), stepMs, random), stepMs, reactionTime, latency);
    }

    /** Steps of a run before it is prolonged by a latency, of the same arguments as {@link #schedule}. */
    public int steps(int ofModel, double stepMs) {
        int stated = steps.in(stepMs, "steps");
        return stated > 0 ? stated : ofModel;
    }

    /**
     * How images look.
     *
     * @param normalisation of the images, which says what black is
     */
    public Appearance appearance(Normalisation normalisation) {
        Anchor anchor =
                switch (contrastAbout) {
                    case DATA -> Anchor.dataMean();
                    case IMAGE -> new Anchor.ImageMean();
                    case BLACK ->
                        new Anchor.Black(IntStream.range(0, normalisation.channels())
                                .mapToObj(c -> (double) -normalisation.mean(c) / normalisation.deviation(c))
                                .toList());
                };
        return new Appearance(contrast, anchor, (float) blank, noise.map(NoiseSettings::noisy));
    }
}

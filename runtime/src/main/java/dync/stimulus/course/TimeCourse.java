package dync.stimulus.course;

import java.util.List;
import java.util.Random;

/** What is seen at each step of a run, and whose label counts. */
public sealed interface TimeCourse
        permits Throughout,
                Pattern,
                Duration,
                OnsetOffset,
                Interval,
                Adaptation,
                Transition,
                ContrastSteps,
                ContrastRamp,
                Flicker,
                Rapid,
                Moving {

    /** Whether the second image of a pair is the first one again. */
    enum Pair {
        /** The same image. */
        SAME,
        /** That of the next sample of the batch. */
        ANOTHER;

        Scene scene() {
            return this == SAME ? Scene.OWN : Scene.image(1);
        }
    }

    /**
     * Every step of a run.
     *
     * @param steps number of steps, at least 1
     * @param stepMs length of a step in milliseconds
     * @param random decides what is left to chance
     * @return {@code steps} moments
     * @throws dync.runtime.UserError if the course does not fit into the steps, or a time is no whole number of steps
     */
    List<Moment> moments(int steps, double stepMs, Random random);
}

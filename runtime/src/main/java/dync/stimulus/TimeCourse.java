package dync.stimulus;

import java.util.Random;

/** When an image is shown during a run, and when the answer counts. */
public sealed interface TimeCourse permits Presentation, Exposure {

    /**
     * What happens at each step of a run.
     *
     * @param steps steps of the run before it is prolonged by the latency, at least 1
     * @param stepMs length of a step in milliseconds
     * @param latency steps until the model's answer to the first step is there; the run goes on for so many blank steps
     *     at its end, and each answer is held against what was shown so many steps before
     * @param random decides what is left to chance
     * @throws dync.runtime.UserError if the course does not fit into the steps
     */
    Schedule schedule(int steps, double stepMs, int latency, Random random);
}

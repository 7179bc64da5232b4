package dync.stimulus;

import dync.runtime.Stimulus;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch of images that come and go by a schedule.
 *
 * @param schedule what is seen when
 * @param looks makes the frames
 * @param batch number of samples
 */
record ScheduledStimulus(Schedule schedule, Looks looks, long batch) implements Stimulus {
    @Override
    public int steps() {
        return schedule.steps();
    }

    @Override
    public Tensor frame(String input, int step) {
        return looks.frame(schedule.scene(step), step);
    }

    @Override
    public Optional<Tensor> idle(String input) {
        return Optional.of(looks.blank());
    }

    @Override
    public boolean changes(int step) {
        return schedule.changes(step) || looks.changes(schedule.shown(step));
    }
}

package dync.stimulus;

import dync.runtime.Stimulus;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch of still images that come and go. What does not change is kept once, whatever the number of steps; what does
 * is made when it is asked for.
 *
 * @param sights what is seen
 * @param batch number of samples
 * @param schedule when the image is shown, and when the blank
 */
record PresentedImage(Sights sights, long batch, Schedule schedule) implements Stimulus {
    @Override
    public int steps() {
        return schedule.steps();
    }

    @Override
    public Tensor frame(String input, int step) {
        return schedule.shown(step) ? sights.image(step) : sights.blank(step);
    }

    @Override
    public boolean changes(int step) {
        boolean shown = schedule.shown(step);
        return shown != schedule.shown(step - 1) || sights.changes(shown);
    }
}

package dync.data;

import dync.runtime.Stimulus;
import org.bytedeco.pytorch.Tensor;

/**
 * A batch of still images that come and go. Two frames are kept, whatever the number of steps.
 *
 * @param image {@code [B, C, H, W]}; it must live as long as the stimulus is used
 * @param blank the same shape, seen while nothing is shown
 * @param schedule when it is shown
 */
record PresentedImage(Tensor image, Tensor blank, Schedule schedule) implements Stimulus {
    @Override
    public int steps() {
        return schedule.steps();
    }

    @Override
    public long batch() {
        return image.size(0);
    }

    @Override
    public Tensor frame(String input, int step) {
        return schedule.shown(step) ? image : blank;
    }

    @Override
    public boolean changes(int step) {
        return schedule.shown(step) != schedule.shown(step - 1);
    }
}

package dync.stimulus.course;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Random;

/**
 * The image while it drifts. What leaves the picture on one side comes in on the other; a drifting grating whose period
 * divides the picture therefore never ends.
 *
 * @param right pixels a step, to the left where negative
 * @param down pixels a step, up where negative
 * @param intro blank before
 */
@Kind("the image while it drifts, coming in on the other side")
public record Moving(
        @Key(value = "pixels to the right at each step", standard = "1")
        int right,

        @Key(value = "pixels down at each step", standard = "0")
        int down,

        @Key(value = "blank before the image, in steps or ms", standard = "0 steps")
        Span intro)
        implements TimeCourse {
    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        Script script = new Script(steps, stepMs).blank("intro", intro);
        return script.part("shown", script.left(), step -> at(step)).end();
    }

    private Moment at(int step) {
        try {
            return Moment.of(new Scene.Shown(0, 1, Math.multiplyExact(step, right), Math.multiplyExact(step, down)));
        } catch (ArithmeticException e) {
            throw new UserError("an image cannot move by " + right + ", " + down + " pixels a step", "move it less", e);
        }
    }
}

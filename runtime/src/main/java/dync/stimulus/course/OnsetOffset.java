package dync.stimulus.course;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Random;

/**
 * The image between two points in time, both counted from the beginning of the run.
 *
 * @param onset when it comes
 * @param offset when it goes, not before the onset
 */
@Kind("the image between two points in time")
public record OnsetOffset(
        @Key("when the image comes, in steps or ms from the beginning")
        Span onset,

        @Key("when the image goes, in steps or ms from the beginning")
        Span offset)
        implements TimeCourse {
    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        int from = onset.in(stepMs, "onset");
        int to = offset.in(stepMs, "offset");
        if (to < from) {
            throw new UserError("the offset of " + offset + " is before the onset of " + onset, "exchange the two");
        }
        return new Script(steps, stepMs)
                .part("blank", from, step -> Moment.BLANK)
                .part("shown", to - from, step -> Moment.of(Scene.OWN))
                .end();
    }
}

package dync.stimulus.course;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Random;

/**
 * Two images of the same length with a blank between them, as repetition suppression is probed. Both answers count.
 *
 * @param intro blank before
 * @param shown how long each is seen
 * @param interval blank between
 * @param second which image comes second
 */
@Kind("a pair of images with a blank between them")
public record Interval(
        @Key(value = "blank before the first image, in steps or ms", standard = "0 steps")
        Span intro,

        @Key("how long each image is shown, in steps or ms") Span shown,
        @Key("blank between the two, in steps or ms") Span interval,

        @Key(value = "the same image again, or another of the batch", standard = "same")
        Pair second)
        implements TimeCourse {
    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        return new Script(steps, stepMs)
                .blank("intro", intro)
                .show("shown", shown, Scene.OWN)
                .blank("interval", interval)
                .show("shown", shown, second.scene())
                .end();
    }
}

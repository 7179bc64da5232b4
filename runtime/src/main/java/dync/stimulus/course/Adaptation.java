package dync.stimulus.course;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Random;

/**
 * An adapter, a blank, and the image that is asked for. The answer to the adapter does not count.
 *
 * @param intro blank before
 * @param adapter how long the adapter is seen
 * @param gap blank between
 * @param test how long the image is seen
 * @param by which image adapts
 */
@Kind("an adapter that is shown long, then the image that is asked for")
public record Adaptation(
        @Key(value = "blank before the adapter, in steps or ms", standard = "0 steps")
        Span intro,

        @Key("how long the adapter is shown, in steps or ms")
        Span adapter,

        @Key(value = "blank between adapter and image, in steps or ms", standard = "0 steps")
        Span gap,

        @Key("how long the image is shown, in steps or ms") Span test,

        @Key(value = "the image itself adapts, or another of the batch", standard = "same")
        Pair by)
        implements TimeCourse {
    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        Script script = new Script(steps, stepMs).blank("intro", intro);
        return script.part("adapter", script.length("adapter", adapter), step -> new Moment(by.scene(), false))
                .blank("gap", gap)
                .show("test", test, Scene.OWN)
                .end();
    }
}

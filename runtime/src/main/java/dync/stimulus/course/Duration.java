package dync.stimulus.course;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The image once, for some time; blank before and after.
 *
 * @param intro blank before
 * @param shown how long it is seen; empty to the end of the run
 */
@Kind("the image once, for some time, a blank before and after")
public record Duration(
        @Key(value = "blank before the image, in steps or ms", standard = "0 steps")
        Span intro,

        @Key(value = "how long the image is shown, in steps or ms; to the end if nothing is said", standard = "")
        Optional<Span> shown)
        implements TimeCourse {

    /** So many steps blank, then the image. */
    public static Duration of(int intro, int shown) {
        return new Duration(Span.steps(intro), Optional.of(Span.steps(shown)));
    }

    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        Script script = new Script(steps, stepMs).blank("intro", intro);
        return script.show("shown", shown.orElse(Span.steps(script.left())), Scene.OWN)
                .end();
    }
}

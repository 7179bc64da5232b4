package dync.stimulus.course;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Random;

/**
 * Rapid serial visual presentation: several images of the batch one after the other (Potter and Levy 1969). The label is
 * that of the image that is seen; each is an onset.
 *
 * @param images how many
 * @param each how long each is seen
 * @param gap blank between two
 * @param intro blank before
 */
@Kind("rapid serial visual presentation of several images, Potter and Levy 1969")
public record Rapid(
        @Key(value = "how many images follow each other", atLeast = 1)
        int images,

        @Key("how long each is shown, in steps or ms") Span each,

        @Key(value = "blank between two, in steps or ms", standard = "0 steps")
        Span gap,

        @Key(value = "blank before the first, in steps or ms", standard = "0 steps")
        Span intro)
        implements TimeCourse {
    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        Script script = new Script(steps, stepMs).blank("intro", intro);
        for (int image = 0; image < images; image++) {
            if (image > 0) {
                script.blank("gap", gap);
            }
            script.show("image " + image, each, Scene.image(image));
        }
        return script.end();
    }
}

package dync.stimulus.course;

import dync.settings.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The image at every step. */
@Kind("the image at every step")
public record Throughout() implements TimeCourse {
    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        return Collections.nCopies(steps, Moment.of(Scene.OWN));
    }
}

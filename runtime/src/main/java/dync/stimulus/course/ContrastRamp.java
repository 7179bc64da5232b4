package dync.stimulus.course;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Random;

/**
 * The image while its contrast rises or falls evenly, and then stays: of {@code n} steps, step {@code i} from 0 has
 * {@code from + (to - from) · i / n}.
 *
 * @param intro blank before
 * @param from contrast at the onset
 * @param to contrast that it reaches, and keeps to the end of the run
 * @param over how long it takes
 */
@Kind("the image while its contrast rises or falls evenly, and then stays")
public record ContrastRamp(
        @Key(value = "blank before the image, in steps or ms", standard = "0 steps")
        Span intro,

        @Key(value = "contrast at the onset", standard = "0")
        double from,

        @Key(value = "contrast that is reached, and kept to the end", standard = "1")
        double to,

        @Key("how long the change takes, in steps or ms") Span over)
        implements TimeCourse {
    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        Script script = new Script(steps, stepMs).blank("intro", intro);
        int length = script.length("over", over);
        return script.part("over", length, step -> at(from + (to - from) * step / length))
                .part("stays", script.left(), step -> at(to))
                .end();
    }

    private static Moment at(double contrast) {
        return Moment.of(new Scene.Shown(0, contrast, 0, 0));
    }
}

package dync.stimulus.course;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Random;

/**
 * The image at one contrast after the other. A change of contrast is no onset: reaction time runs from the first level.
 *
 * @param intro blank before
 * @param levels contrasts, at least one
 * @param each how long each level lasts
 */
@Kind("the image at one contrast after the other")
public record ContrastSteps(
        @Key(value = "blank before the first level, in steps or ms", standard = "0 steps")
        Span intro,

        @Key("contrasts one after the other, 1 is the image as it is")
        List<Double> levels,

        @Key("how long each level lasts, in steps or ms") Span each)
        implements TimeCourse {
    /**
     * Checks the levels.
     *
     * @throws UserError if there is none, or one is not finite
     */
    public ContrastSteps {
        levels = List.copyOf(levels);
        if (levels.isEmpty() || levels.stream().anyMatch(level -> !Double.isFinite(level))) {
            throw new UserError("contrasts of " + levels + " are not possible", "give at least one finite number");
        }
    }

    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        Script script = new Script(steps, stepMs).blank("intro", intro);
        levels.forEach(level -> script.show("level " + level, each, new Scene.Shown(0, level, 0, 0)));
        return script.end();
    }
}

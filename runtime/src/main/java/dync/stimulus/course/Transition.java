package dync.stimulus.course;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The image, then another of the batch: at once, or faded over {@code n} steps, of which step {@code i} from 1 has the
 * share {@code i / (n + 1)} of the second. The label is that of the image that is seen better; none where both are seen
 * alike.
 *
 * @param intro blank before
 * @param first how long the first is seen alone
 * @param fade how long both are seen
 * @param second how long the second is seen alone; empty to the end of the run
 */
@Kind("the image, then another of the batch, by a cut or a fade")
public record Transition(
        @Key(value = "blank before the first image, in steps or ms", standard = "0 steps")
        Span intro,

        @Key("how long the first image is shown alone, in steps or ms")
        Span first,

        @Key(value = "how long one fades into the other, in steps or ms; 0 cuts", standard = "0 steps")
        Span fade,

        @Key(
                value = "how long the second image is shown alone, in steps or ms; to the end if nothing is said",
                standard = "")
        Optional<Span> second)
        implements TimeCourse {
    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        Script script = new Script(steps, stepMs).blank("intro", intro).show("first", first, Scene.OWN);
        int between = script.length("fade", fade);
        script.part("fade", between, step -> Moment.of(new Scene.Fade(0, 1, (step + 1.0) / (between + 1))));
        return script.show("second", second.orElse(Span.steps(script.left())), Scene.image(1))
                .end();
    }
}

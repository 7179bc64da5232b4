package dync.stimulus.course;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The image on and off at a frequency, on first. Each time it comes is an onset. A screen knows whole frames alone, and so
 * does a run: on and off have to be whole numbers of steps.
 *
 * @param frequency in Hz
 * @param on share of a period at which the image is seen
 * @param intro blank before
 * @param lasts how long it flickers; empty to the end of the run
 */
@Kind("the image on and off at a frequency")
public record Flicker(
        @Key(value = "how often the image comes", unit = "Hz", above = 0)
        double frequency,

        @Key(value = "share of each period at which the image is seen", standard = "0.5", above = 0, atMost = 1)
        double on,

        @Key(value = "blank before the first image, in steps or ms", standard = "0 steps")
        Span intro,

        @Key(value = "how long it flickers, in steps or ms; to the end if nothing is said", standard = "")
        Optional<Span> lasts)
        implements TimeCourse {
    private static final double ROUNDING = 1e-9;

    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        int period = period(stepMs);
        int lit = whole(on * period, "an image for " + on + " of a period of " + period + " steps", "another share");
        Script script = new Script(steps, stepMs).blank("intro", intro);
        int length = lasts.map(span -> script.length("lasts", span)).orElse(script.left());
        return script.part("flicker", length, step -> step % period < lit ? Moment.of(Scene.OWN) : Moment.BLANK)
                .end();
    }

    private int period(double stepMs) {
        double steps = 1000 / (frequency * stepMs);
        int less = (int) Math.max(1, Math.floor(steps));
        String near = "for example " + hertz(less + 1, stepMs) + " or " + hertz(less, stepMs);
        return whole(steps, "a flicker of " + frequency + " Hz with steps of " + stepMs + " ms", near);
    }

    private static String hertz(int period, double stepMs) {
        return String.format(java.util.Locale.ROOT, "%.6g Hz", 1000 / (period * stepMs));
    }

    private static int whole(double steps, String what, String instead) {
        double whole = Math.rint(steps);
        if (whole < 1 || Math.abs(steps - whole) > ROUNDING * Math.max(1, steps)) {
            throw new UserError(what + " takes " + (float) steps + " steps, no whole number", "take " + instead);
        }
        return (int) whole;
    }
}

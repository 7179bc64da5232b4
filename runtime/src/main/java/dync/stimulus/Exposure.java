package dync.stimulus;

import dync.runtime.UserError;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * An image that is shown once or several times, for so many steps each; a blank before, between and after. The answer
 * counts while it is shown. Nothing is left to chance.
 */
public final class Exposure implements TimeCourse {
    /** Lasts as long as the run does. */
    public static final int TO_THE_END = Integer.MAX_VALUE;

    private final int intro;
    private final int shown;
    private final int times;
    private final int interval;

    private Exposure(int intro, int shown, int times, int interval) {
        this.intro = atLeastNone(intro, "blank steps at the beginning");
        this.shown = atLeastNone(shown, "steps of the image");
        this.times = times;
        this.interval = atLeastNone(interval, "blank steps between");
    }

    private static int atLeastNone(int steps, String what) {
        if (steps < 0) {
            throw new UserError(steps + " " + what + " are not possible", "give 0 or more");
        }
        return steps;
    }

    /** Shown at every step. */
    public static Exposure throughout() {
        return once(0, TO_THE_END);
    }

    /**
     * Shown once.
     *
     * @param intro blank steps before
     * @param shown steps for which it is shown, 0 for never; {@link #TO_THE_END} for the rest of the run
     */
    public static Exposure once(int intro, int shown) {
        return new Exposure(intro, shown, 1, 0);
    }

    /**
     * Shown twice, as repetition suppression is probed.
     *
     * @param intro blank steps before
     * @param shown steps for which it is shown each time
     * @param interval blank steps between
     */
    public static Exposure twice(int intro, int shown, int interval) {
        return new Exposure(intro, shown, 2, interval);
    }

    @Override
    public Schedule schedule(int steps, double stepMs, int latency, Random random) {
        long each = shown == TO_THE_END ? Math.max(0, steps - intro) : shown;
        long needed = intro + times * each + (times - 1L) * interval;
        if (needed > steps) {
            throw new UserError(
                    "the image is shown until step " + needed + ", the run has " + steps + " steps: " + parts(each),
                    "run for at least " + needed + " steps, or shorten a part");
        }
        BitSet on = new BitSet(steps);
        BitSet asked = new BitSet(steps + latency);
        for (int i = 0; i < times; i++) {
            int from = Math.toIntExact(intro + i * (each + interval));
            int to = Math.toIntExact(from + each);
            on.set(from, to);
            asked.set(from + latency, to + latency);
        }
        return new Schedule(steps + latency, on, asked);
    }

    private String parts(long each) {
        String once = intro + " blank, " + each + " shown";
        return times == 1 ? once : String.join(", " + interval + " blank, ", List.of(once, each + " shown again"));
    }
}

package dync.stimulus;

import dync.runtime.UserError;
import dync.stimulus.course.Pattern;
import java.util.Random;

/** Images shown by a pattern, as {@link Pattern} has it, with the reaction time after which the answer counts. */
public final class Presentation {
    /** Shown throughout; the answer counts at every step. */
    public static final Presentation CONSTANT = parse("1", 0, 0, false);

    private final Pattern pattern;
    private final double reactionTimeMs;
    private final float blank;

    private Presentation(Pattern pattern, double reactionTimeMs, float blank) {
        this.pattern = pattern;
        this.reactionTimeMs = reactionTimeMs;
        this.blank = blank;
    }

    /**
     * Reads a pattern.
     *
     * @param pattern zeros and ones, at least one; for example {@code 1011}
     * @param reactionTimeMs how long after an onset no answer is asked for, in ms; 0 asks from the onset on
     * @param blank value of every pixel while nothing is shown, after normalisation
     * @param shuffled whether every batch sees the entries of the pattern in another order
     * @throws UserError if the pattern holds anything else, or the time is negative
     */
    public static Presentation parse(String pattern, double reactionTimeMs, float blank, boolean shuffled) {
        if (!(reactionTimeMs >= 0) || Double.isInfinite(reactionTimeMs)) {
            throw new UserError("a reaction time of " + reactionTimeMs + " ms is not possible", "give 0 ms or more");
        }
        return new Presentation(new Pattern(pattern, shuffled), reactionTimeMs, blank);
    }

    /** The pattern as it was written. */
    public String pattern() {
        return pattern.entries();
    }

    /** How long after an onset no answer is asked for, in ms. */
    public double reactionTimeMs() {
        return reactionTimeMs;
    }

    /** Whether every batch sees the entries of the pattern in another order. */
    public boolean shuffled() {
        return pattern.shuffle();
    }

    /** Value of every pixel while nothing is shown. */
    public float blank() {
        return blank;
    }

    /** What happens at each step of a run: see {@link PresentationSettings#schedule}. */
    public Schedule schedule(int steps, double stepMs, int latency, Random random) {
        return Schedule.of(pattern.moments(steps, stepMs, random), stepMs, reactionTimeMs, latency);
    }
}

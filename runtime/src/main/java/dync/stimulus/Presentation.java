package dync.stimulus;

import dync.runtime.UserError;
import java.util.BitSet;
import java.util.Random;

/**
 * How a still image is shown over time, and at which steps the answer counts.
 *
 * <p>The pattern is stretched over the run, not repeated: of {@code P} entries, step {@code t} of {@code T} takes entry
 * {@code floor(t·P/T)}. A 1 shows the image, a 0 a blank. After each onset of the image the answer is not asked for
 * during the reaction time.
 */
public final class Presentation implements TimeCourse {
    /** Shown throughout; the answer counts at every step. */
    public static final Presentation CONSTANT = parse("1", 0, 0, false);

    private final String pattern;
    private final double reactionTimeMs;
    private final float blank;
    private final boolean shuffled;

    private Presentation(String pattern, double reactionTimeMs, float blank, boolean shuffled) {
        this.pattern = pattern;
        this.reactionTimeMs = reactionTimeMs;
        this.blank = blank;
        this.shuffled = shuffled;
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
        if (!pattern.matches("[01]+")) {
            throw new UserError(
                    "a presentation pattern is made of 0 and 1, not '" + pattern + "'",
                    "write for example 1 (always shown) or 1011 (shown, blank, shown, shown)");
        }
        if (!(reactionTimeMs >= 0) || Double.isInfinite(reactionTimeMs)) {
            throw new UserError("a reaction time of " + reactionTimeMs + " ms is not possible", "give 0 ms or more");
        }
        return new Presentation(pattern, reactionTimeMs, blank, shuffled);
    }

    /** The pattern as it was written. */
    public String pattern() {
        return pattern;
    }

    /** How long after an onset no answer is asked for, in ms. */
    public double reactionTimeMs() {
        return reactionTimeMs;
    }

    /** Whether every batch sees the entries of the pattern in another order. */
    public boolean shuffled() {
        return shuffled;
    }

    /** Value of every pixel while nothing is shown. */
    public float blank() {
        return blank;
    }

    @Override
    public Schedule schedule(int steps, double stepMs, int latency, Random random) {
        String entries = shuffled ? shuffle(random) : pattern;
        int reaction = reactionTimeMs > 0 ? (int) Math.max(1, Math.ceil(reactionTimeMs / stepMs)) : 0;
        BitSet shown = new BitSet(steps);
        BitSet asked = new BitSet(steps + latency);
        int onset = -reaction;
        for (int t = 0; t < steps; t++) {
            shown.set(t, entries.charAt((int) ((long) t * entries.length() / steps)) == '1');
            if (shown.get(t) && (t == 0 || !shown.get(t - 1))) {
                onset = t;
            }
            asked.set(t + latency, shown.get(t) && t - onset >= reaction);
        }
        return new Schedule(steps + latency, shown, asked);
    }

    private String shuffle(Random random) {
        StringBuilder entries = new StringBuilder(pattern);
        for (int i = entries.length() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            char moved = entries.charAt(i);
            entries.setCharAt(i, entries.charAt(j));
            entries.setCharAt(j, moved);
        }
        return entries.toString();
    }
}

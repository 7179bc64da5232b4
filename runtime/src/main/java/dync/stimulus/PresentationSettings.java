package dync.stimulus;

import dync.settings.Key;

/**
 * How an image is shown over time, and when the answer counts.
 *
 * @param steps 0 takes the model's own
 */
public record PresentationSettings(
        @Key(value = "steps that an image is presented for; 0 is the model's own", standard = "0", atLeast = 0)
        int steps,

        @Key(value = "1 shows the image and 0 a blank, stretched over the steps", standard = "1", main = true)
        String pattern,

        @Key(value = "whether each batch sees the pattern in another order", standard = "false")
        boolean shuffled,

        @Key(value = "no answer is asked for until so long after an onset", standard = "0 ms", unit = "ms", atLeast = 0)
        double reactionTime,

        @Key(value = "value of every pixel while nothing is shown, after normalisation", standard = "0")
        double blank) {

    /** The schedule of runs that are shown so. */
    public Presentation presentation() {
        return Presentation.parse(pattern, reactionTime, (float) blank, shuffled);
    }
}

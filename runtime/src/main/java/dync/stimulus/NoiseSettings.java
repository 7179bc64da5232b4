package dync.stimulus;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.stimulus.Noisy.Change;
import dync.stimulus.noise.Noise;
import dync.stimulus.noise.NoiseLevel;
import dync.stimulus.noise.NoiseLevel.Over;
import java.util.Optional;

/**
 * Noise over a run, as an experiment states it. Without a level it has the power of the image.
 *
 * @param type the kind
 * @param signalShare power of the signal over that of signal and noise together
 * @param snr the same as a ratio of the two powers; at most one of both is given
 * @param change whether it changes from step to step
 * @param correlationTime of correlated noise, in ms
 * @param background whether the blank has noise too
 * @param over whether power and random numbers are those of each image alone, or of its batch
 * @param seed another seed gives other noise; models that are compared see the same
 */
public record NoiseSettings(
        @Key(value = "kind of noise", main = true) Noise type,

        @Key(
                value = "power of the image over that of image and noise, 1 is no noise; 0.5 if no level is given",
                standard = "",
                atLeast = 0,
                atMost = 1)
        Optional<Double> signalShare,

        @Key(value = "power of the image over that of the noise", standard = "", atLeast = 0)
        Optional<Double> snr,

        @Key(value = "one pattern for all steps, another at each, or one that changes slowly", standard = "dynamic")
        Change change,

        @Key(
                value = "time after which correlated noise has lost all but 1/e of what it was",
                standard = "20 ms",
                unit = "ms",
                above = 0)
        double correlationTime,

        @Key(value = "noise on blanks too, of the power that it has on the images", standard = "false")
        boolean background,

        @Key(value = "power and random numbers for each image alone, or for a batch together", standard = "image")
        Over over,

        @Key(value = "another seed gives other noise", standard = "0")
        long seed) {

    /** What {@code correlation_time} is if nobody says. */
    static final double USUAL_CORRELATION_MS = 20;

    private static final double USUAL_SHARE = 0.5;

    /**
     * Checks what belongs together.
     *
     * @throws UserError if two levels are given, or the level has no meaning for the kind
     */
    public NoiseSettings {
        if (signalShare.isPresent() && snr.isPresent()) {
            throw new UserError("noise has both a signal_share and an snr", "give one of the two");
        }
        type.requireSignal(level(signalShare, snr, over));
    }

    private static NoiseLevel level(Optional<Double> share, Optional<Double> snr, Over over) {
        return snr.map(NoiseLevel::new)
                .orElseGet(() -> NoiseLevel.signalShare(share.orElse(USUAL_SHARE)))
                .over(over);
    }

    /** The noise as frames need it. */
    public Noisy noisy() {
        Noisy noisy = Noisy.seeded(type, level(signalShare, snr, over), change, seed);
        Noisy changing = change == Change.CORRELATED ? noisy.correlated(correlationTime) : noisy;
        return background ? changing.withBackground() : changing;
    }
}

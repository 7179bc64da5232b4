package dync.stimulus;

import dync.runtime.UserError;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * How images look while they are shown, and what is seen while they are not.
 *
 * @param contrast factor of every image, 1 as it is; it multiplies the contrast of a scene
 * @param about what contrast is measured from
 * @param blank value of every pixel while nothing is shown, after normalisation
 * @param noise on the images, and on the blank if it says so
 */
public record Appearance(double contrast, Anchor about, float blank, Optional<Noisy> noise) {
    /**
     * Checks the numbers.
     *
     * @throws UserError if one is not finite
     */
    public Appearance {
        if (!Double.isFinite(contrast)) {
            throw new UserError(
                    "a contrast of " + contrast + " is not possible", "give a finite number, usually 0 to 1");
        }
        if (!Float.isFinite(blank)) {
            throw new UserError("a blank of " + blank + " is not possible", "give a finite number, usually 0");
        }
    }

    /** Images as they are. */
    public static Appearance plain(float blank) {
        return new Appearance(1, Anchor.dataMean(), blank, Optional.empty());
    }

    /** At a contrast about the mean of the data set. */
    public static Appearance contrast(double factor, float blank) {
        return new Appearance(factor, Anchor.dataMean(), blank, Optional.empty());
    }

    /** With noise. */
    public static Appearance noisy(Noisy noise, float blank) {
        return new Appearance(1, Anchor.dataMean(), blank, Optional.of(noise));
    }

    /** Whether images look as they are, and idle steps see zeros. */
    boolean isPlain() {
        return contrast == 1
                && blank == 0
                && noise.filter(noisy -> !noisy.level().clean()).isEmpty();
    }

    /**
     * What a batch looks like.
     *
     * @param images {@code [B, C, H, W]}, single precision, normalised; they must live as long as the result is used
     * @param stepMs length of a step in milliseconds
     * @return belongs, with the tensors that it keeps, to the current scope
     */
    Looks of(Tensor images, double stepMs, Place place) {
        return new Looks(
                images,
                this,
                noise.filter(noisy -> !noisy.level().clean()).map(noisy -> noisy.on(images, stepMs, place)));
    }

    /** {@code anchor + contrast · (x - anchor)}. */
    Tensor atContrast(Tensor x, double ofScene) {
        double factor = contrast * ofScene;
        if (factor == 1) {
            return x;
        }
        Tensor scaled = x.mul(new Scalar(factor));
        return about.of(x)
                .map(anchor -> scaled.add(anchor.mul(new Scalar(1 - factor))))
                .orElse(scaled);
    }
}

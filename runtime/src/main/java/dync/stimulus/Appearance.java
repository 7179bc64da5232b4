package dync.stimulus;

import org.bytedeco.pytorch.Tensor;

/** What an image looks like while it is shown, and what is seen while it is not. */
public sealed interface Appearance permits Contrast, Noisy {
    /** As it is. */
    Appearance PLAIN = new Contrast(1);

    /**
     * The two sights of a batch.
     *
     * @param images {@code [B, C, H, W]}, single precision, normalised; they must live as long as the result is used
     * @param blank value of every pixel while nothing is shown, after normalisation
     * @param batch a number of the batch: what is drawn at random is drawn anew for every number
     * @return belongs, with the tensors that it keeps, to the current scope
     */
    Sights of(Tensor images, float blank, long batch);
}

package dync.data.load;

import org.bytedeco.pytorch.Tensor;

/**
 * Some images with their labels.
 *
 * @param index position of the batch in its pass
 * @param images {@code [B, C, H, W]} with its channels innermost, normalised, single precision, on the CPU; its memory is used again for a later
 *     batch: it is valid until {@link Pass#next} is called again or the pass is closed
 * @param labels one class an image
 */
public record Batch(int index, Tensor images, int[] labels) {
    /** The same in memory of its own, for a batch that is kept; its tensor belongs to the current scope. */
    public Batch copy() {
        return new Batch(index, images.clone(), labels.clone());
    }

    /** Number of images. */
    public int size() {
        return labels.length;
    }
}

package dync.data.transform;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Picture;
import dync.data.Split;
import dync.runtime.UserError;
import java.util.List;

/** How the images of one split become what a model sees: read, transformed, normalised. */
public final class Preparation {
    private final Images images;
    private final List<Transform> transforms;
    private final Normalisation normalisation;
    private final String name;
    private final Extent extent;

    /**
     * Holds the transforms against the images.
     *
     * @throws UserError if their channels have no means and deviations
     */
    public Preparation(Dataset dataset, Split split, TransformSettings settings) {
        this.name = dataset.name();
        this.images = dataset.images(split);
        this.transforms = settings.of(name, split);
        Extent after = Extent.of(dataset);
        for (Transform transform : transforms) {
            after = transform.after(after);
        }
        this.extent = after;
        this.normalisation = settings.normalisation().of(dataset, extent.channels());
    }

    /** What is known of all images afterwards. */
    public Extent extent() {
        return extent;
    }

    /**
     * The size of every image afterwards.
     *
     * @throws UserError if they differ
     */
    public ImageSize imageSize() {
        return extent.size()
                .orElseThrow(() -> new UserError(
                        "the images of " + name + " differ in size, and those of a batch must not",
                        "bring them to one size, for example with transforms: {train: imagenet, test: imagenet}"));
    }

    /** The images as they are read. */
    public Images images() {
        return images;
    }

    /** Memory for one thread. */
    public Hands hands() {
        return new Hands();
    }

    /** Prepares one image after the other, in memory of its own. To be used by one thread. */
    public final class Hands {
        private final Canvas canvas = new Canvas();
        private final Draws draws = new Draws();

        private Hands() {}

        /**
         * Prepares an image.
         *
         * @param index of the image in its split
         * @param stream seed and epoch as one number: what is random depends on this and the index alone
         * @return valid until the next call
         */
        public Picture prepare(int index, long stream) {
            images.read(index, canvas.picture());
            for (int i = 0; i < transforms.size(); i++) {
                draws.begin(stream, index, i);
                transforms.get(i).apply(canvas, draws);
            }
            Picture prepared = canvas.picture();
            normalisation.apply(prepared);
            return prepared;
        }
    }
}

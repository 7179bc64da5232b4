package dync.data.transform;

import dync.data.Dataset;
import dync.data.ImageSize;
import java.util.Optional;

/**
 * What is known of all images at some point of a list of transforms.
 *
 * @param channels of every image
 * @param size of every image; empty if they differ
 */
public record Extent(int channels, Optional<ImageSize> size) {

    /** The images of a set, before any transform. */
    public static Extent of(Dataset dataset) {
        return new Extent(dataset.channels(), dataset.imageSize());
    }

    /** Images of one size. */
    static Extent of(int channels, int height, int width) {
        return new Extent(channels, Optional.of(new ImageSize(channels, height, width)));
    }

    /** The same images with another number of channels. */
    Extent withChannels(int other) {
        return new Extent(other, size.map(known -> new ImageSize(other, known.height(), known.width())));
    }

    /** The same channels in images of one size. */
    Extent cropped(int height, int width) {
        return of(channels, height, width);
    }
}

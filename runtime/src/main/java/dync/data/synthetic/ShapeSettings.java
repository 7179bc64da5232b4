package dync.data.synthetic;

import dync.runtime.UserError;
import dync.settings.Key;

/**
 * What a set of {@link Shapes} is like.
 *
 * @param channels 1 or 3
 * @param height of an image in pixels
 * @param width of an image in pixels
 * @param train number of images to train on
 * @param test number of images to test on
 * @param seed images of another seed are other images
 */
public record ShapeSettings(
        @Key(value = "1 for grey values, 3 for colours", standard = "3", atLeast = 1, atMost = 3)
        int channels,

        @Key(value = "height of an image in pixels", standard = "32", atLeast = 8)
        int height,

        @Key(value = "width of an image in pixels", standard = "32", atLeast = 8)
        int width,

        @Key(value = "number of images to train on", standard = "6000", atLeast = 1)
        int train,

        @Key(value = "number of images to test on", standard = "1000", atLeast = 1)
        int test,

        @Key(value = "another seed draws other images", standard = "0")
        long seed) {
    /** Checks what a range cannot say. */
    public ShapeSettings {
        if (channels != 1 && channels != 3) {
            throw new UserError("shapes of " + channels + " channels", "channels are 1 or 3");
        }
    }

    /** The set that these settings describe. */
    public Shapes set() {
        return new Shapes(channels, height, width, train, test, seed);
    }
}

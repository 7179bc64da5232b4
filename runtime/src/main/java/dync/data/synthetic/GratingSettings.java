package dync.data.synthetic;

import dync.runtime.UserError;
import dync.settings.Key;

/**
 * What the gratings of a set are like. A class is an orientation; the other parameters are drawn for every image.
 *
 * @param orientations number of classes, at even distances over 180 degrees from 0
 * @param jitter how far an orientation may be off that of its class, in degrees, to either side
 * @param frequency range of spatial frequencies, in cycles per image height or, where {@code degrees} is given, per
 *     degree of visual angle
 * @param degrees visual angle of the image's height; 0 counts cycles per image
 * @param contrast range of contrasts after Michelson
 * @param phase range of phases, in degrees
 * @param mean luminance of grating and surround
 * @param noise standard deviation of the noise on every pixel
 * @param aperture where the grating is seen
 * @param channels 1 or 3
 * @param height of an image in pixels
 * @param width of an image in pixels
 * @param train number of images to train on
 * @param test number of images to test on
 * @param seed images of another seed are other images
 */
public record GratingSettings(
        @Key(
                value = "number of classes: orientations at even distances over 180 degrees",
                standard = "8",
                atLeast = 2,
                atMost = 180)
        int orientations,

        @Key(value = "how far an orientation may be off that of its class, in degrees", standard = "0", atLeast = 0)
        double jitter,

        @Key(value = "spatial frequency, in cycles per image or per degree", standard = "{low: 2, high: 6}")
        Range frequency,

        @Key(
                value = "visual angle of the image's height in degrees; 0 counts cycles per image",
                standard = "0",
                atLeast = 0)
        double degrees,

        @Key(value = "contrast after Michelson, 0 to 1", standard = "{low: 0.3, high: 1}")
        Range contrast,

        @Key(value = "phase at the centre in degrees", standard = "{low: 0, high: 360}")
        Range phase,

        @Key(value = "mean luminance", standard = "0.5", above = 0, atMost = 1)
        double mean,

        @Key(value = "standard deviation of the noise on every pixel", standard = "0", atLeast = 0)
        double noise,

        @Key(value = "round window through which the grating is seen", standard = "")
        Aperture aperture,

        @Key(value = "1 for grey values, 3 for three equal colours", standard = "1", atLeast = 1, atMost = 3)
        int channels,

        @Key(value = "height of an image in pixels", standard = "32", atLeast = 4)
        int height,

        @Key(value = "width of an image in pixels", standard = "32", atLeast = 4)
        int width,

        @Key(value = "number of images to train on", standard = "6000", atLeast = 1)
        int train,

        @Key(value = "number of images to test on", standard = "1000", atLeast = 1)
        int test,

        @Key(value = "another seed draws other images", standard = "0")
        long seed) {
    /** 6000 images to train on and 1000 to test, 1×32×32, of eight orientations, over the whole image. */
    public static final GratingSettings STANDARD = new GratingSettings(
            8,
            0,
            new Range(2, 6),
            0,
            new Range(0.3, 1),
            new Range(0, 360),
            0.5,
            0,
            Aperture.NONE,
            1,
            32,
            32,
            6000,
            1000,
            0);

    /** Checks that every grating of the set can be drawn. */
    public GratingSettings {
        if (channels != 1 && channels != 3) {
            throw new UserError("gratings of " + channels + " channels", "channels are 1 or 3");
        }
        // the extremes are as bright and as fine as any
        new Grating(0, Math.abs(frequency.low()), contrast.low(), 0, mean, aperture);
        new Grating(0, frequency.high(), contrast.high(), 0, mean, aperture);
        double cycles = cycles(frequency.high(), degrees);
        if (frequency.low() < 0 || cycles > height / 2.0) {
            throw new UserError(
                    "gratings of " + frequency.low() + " to " + cycles + " cycles per image are not to be drawn on "
                            + height + " pixels",
                    "frequencies are at least 0, and two pixels a cycle are the least: at most " + height / 2.0
                            + " cycles per image");
        }
    }

    /** A spatial frequency of the set in cycles per image. */
    static double cycles(double frequency, double degrees) {
        return degrees == 0 ? frequency : Grating.cyclesPerDegree(frequency, degrees);
    }
}

package dync.data.synthetic;

import dync.data.Picture;
import dync.runtime.UserError;

/**
 * One sine grating: {@code mean · (1 + contrast · cos(2π · frequency · d + phase))}, where d is the distance from the
 * image's centre across the bars, in image heights. With the same parameters it is the same picture, to the last bit.
 *
 * <p>Sweep one parameter and keep the others:
 *
 * <pre>{@code
 * Grating preferred = Grating.of(45, 4);
 * for (double contrast : contrasts) {
 *     preferred.contrast(contrast).draw(1, 64, 64, picture);
 * }
 * }</pre>
 *
 * @param orientation of the bars, in degrees counterclockwise from horizontal: 0 has horizontal bars, 90 upright ones
 * @param frequency in cycles per image height; {@link #cyclesPerDegree} converts
 * @param contrast after Michelson, 0 to 1
 * @param phase in degrees; at 0 the centre of the image is as bright as can be
 * @param mean luminance, above 0 to 1; also that of the surround
 * @param aperture where the grating is seen
 */
public record Grating(
        double orientation, double frequency, double contrast, double phase, double mean, Aperture aperture) {
    /** Checks the ranges. */
    public Grating {
        if (!(frequency >= 0) || !(contrast >= 0 && contrast <= 1) || !(mean > 0 && mean <= 1)) {
            throw new UserError(
                    "a grating of " + frequency + " cycles per image, contrast " + contrast + " and mean luminance "
                            + mean + " cannot be drawn",
                    "frequencies are at least 0, contrasts 0 to 1, mean luminances above 0 to 1");
        }
        if (mean * (1 + contrast) > 1 + 1e-9) {
            throw new UserError(
                    "a mean luminance of " + mean + " leaves no room for a contrast of " + contrast,
                    "the brightest point is mean · (1 + contrast), which may not exceed 1");
        }
    }

    /** With full contrast, phase 0, mean luminance 0.5, over the whole image. */
    public static Grating of(double orientation, double frequency) {
        return new Grating(orientation, frequency, 1, 0, 0.5, Aperture.NONE);
    }

    /**
     * A spatial frequency in cycles per image height.
     *
     * @param cyclesPerDegree of visual angle
     * @param degrees visual angle of the image's height
     */
    public static double cyclesPerDegree(double cyclesPerDegree, double degrees) {
        return cyclesPerDegree * degrees;
    }

    /** The same with other bars. */
    public Grating orientation(double degrees) {
        return new Grating(degrees, frequency, contrast, phase, mean, aperture);
    }

    /** The same with another spatial frequency, in cycles per image height. */
    public Grating frequency(double cycles) {
        return new Grating(orientation, cycles, contrast, phase, mean, aperture);
    }

    /** The same with another contrast. */
    public Grating contrast(double michelson) {
        return new Grating(orientation, frequency, michelson, phase, mean, aperture);
    }

    /** The same with another phase, in degrees. */
    public Grating phase(double degrees) {
        return new Grating(orientation, frequency, contrast, degrees, mean, aperture);
    }

    /** The same seen through an aperture. */
    public Grating aperture(Aperture shape) {
        return new Grating(orientation, frequency, contrast, phase, mean, shape);
    }

    /**
     * Draws it; all channels are equal.
     *
     * @throws UserError if the bars are too fine for so few pixels
     */
    public void draw(int channels, int height, int width, Picture into) {
        if (frequency > height / 2.0) {
            throw new UserError(
                    frequency + " cycles are too many for an image " + height + " pixels high",
                    "two pixels a cycle are the least: at most " + height / 2.0 + " cycles");
        }
        into.shape(channels, height, width);
        float[] values = into.values();
        double angle = Math.toRadians(orientation);
        // rows count downwards, angles counterclockwise
        double acrossX = -StrictMath.sin(angle) / height;
        double acrossY = -StrictMath.cos(angle) / height;
        double start = Math.toRadians(phase);
        for (int row = 0; row < height; row++) {
            double y = row + 0.5 - height / 2.0;
            for (int column = 0; column < width; column++) {
                double x = column + 0.5 - width / 2.0;
                double wave = StrictMath.cos(2 * Math.PI * frequency * (x * acrossX + y * acrossY) + start);
                double seen = aperture.seen(x, y, Math.min(height, width));
                float value = (float) (mean * (1 + contrast * wave * seen));
                int at = into.at(row, column);
                for (int c = 0; c < channels; c++) {
                    values[at + c] = value;
                }
            }
        }
    }
}

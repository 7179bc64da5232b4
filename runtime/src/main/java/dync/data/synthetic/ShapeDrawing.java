package dync.data.synthetic;

import dync.data.Picture;
import java.util.Random;

/** One figure of {@link Shapes}: where it is, how large, at which angle, in which colours; and how it is drawn. */
final class ShapeDrawing {
    private static final double LEAST_CONTRAST = 0.25;

    private final int channels;
    private final int height;
    private final int width;
    private final double radius;
    private final double centreX;
    private final double centreY;
    private final double cos;
    private final double sin;
    private final double slopeX;
    private final double slopeY;
    private final double noise;
    private final double[] figure;
    private final double[] ground;

    ShapeDrawing(Random random, int channels, int height, int width) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        int extent = Math.min(height, width);
        radius = extent * between(random, 0.22, 0.42);
        centreX = between(random, radius, width - radius);
        centreY = between(random, radius, height - radius);
        double angle = between(random, 0, 2 * Math.PI);
        cos = Math.cos(angle) / radius;
        sin = Math.sin(angle) / radius;
        slopeX = between(random, -0.15, 0.15) / width;
        slopeY = between(random, -0.15, 0.15) / height;
        noise = between(random, 0.02, 0.10);
        double[] first;
        double[] second;
        do {
            first = colour(random);
            second = colour(random);
        } while (Math.abs(luminance(first) - luminance(second)) < LEAST_CONTRAST);
        figure = first;
        ground = second;
    }

    /** Fills a picture of the size that was stated. */
    void draw(ShapeKind kind, Random random, Picture into) {
        float[] values = into.values();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double dx = column + 0.5 - centreX;
                double dy = row + 0.5 - centreY;
                double distance = kind.distance(dx * cos + dy * sin, dy * cos - dx * sin) * radius;
                // an edge one pixel wide instead of stairs
                double inside = Math.max(0, Math.min(1, 0.5 - distance));
                double light = dx * slopeX + dy * slopeY;
                int pixel = into.at(row, column);
                for (int c = 0; c < channels; c++) {
                    double value = ground[c] + inside * (figure[c] - ground[c]) + light + noise * random.nextGaussian();
                    values[pixel + c] = (float) Math.max(0, Math.min(1, value));
                }
            }
        }
    }

    private double[] colour(Random random) {
        double[] colour = new double[channels];
        for (int c = 0; c < channels; c++) {
            colour[c] = random.nextDouble();
        }
        return colour;
    }

    private static double luminance(double[] colour) {
        return colour.length == 1 ? colour[0] : 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}

package dync.data.synthetic;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Seeds;
import dync.data.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Ten simple figures at a random place, size, angle, colour and contrast, on an uneven background with noise. Computed,
 * so it needs no file; an image depends on seed, split and index alone. Figures touch the limits of a small net that
 * sees only local features (square and bar, ring and crescent) without being hard for one that pools over space.
 */
public final class Shapes implements Dataset {
    /** The size that a newcomer gets: 6000 images to train on and 1000 to test, 3×32×32. */
    public static Shapes standard() {
        return new Shapes(3, 32, 32, 6000, 1000, 0);
    }

    private static final List<String> CLASSES = Arrays.stream(ShapeKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final int MEASURED = 500;

    private final int channels;
    private final int height;
    private final int width;
    private final long seed;
    private final Images train;
    private final Images test;
    private final Normalisation normalisation;

    /**
     * Describes a set; images are computed when they are read.
     *
     * @param channels 1 or 3
     * @param height pixels, at least 8
     * @param width pixels, at least 8
     * @param train number of training images
     * @param test number of test images
     * @param seed images of another seed are other images
     * @throws IllegalArgumentException if a figure is out of these ranges
     */
    public Shapes(int channels, int height, int width, int train, int test, long seed) {
        if ((channels != 1 && channels != 3) || height < 8 || width < 8 || train < 1 || test < 1) {
            throw new IllegalArgumentException("shapes have 1 or 3 channels, at least 8×8 pixels and an image in each "
                    + "split, not " + channels + "×" + height + "×" + width + ", " + train + " and " + test);
        }
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.seed = seed;
        this.train = drawn(Split.TRAIN, train);
        this.test = drawn(Split.TEST, test);
        this.normalisation = Normalisation.measure(this.train, MEASURED);
    }

    @Override
    public String name() {
        return "shapes";
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public Optional<ImageSize> imageSize() {
        return Optional.of(new ImageSize(channels, height, width));
    }

    @Override
    public List<String> classes() {
        return CLASSES;
    }

    @Override
    public Normalisation normalisation() {
        return normalisation;
    }

    @Override
    public Images images(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case TEST -> test;
            case VALIDATION -> Images.none();
        };
    }

    private Images drawn(Split split, int size) {
        return new DrawnImages(size, CLASSES.size(), (index, label, into) -> {
            into.shape(channels, height, width);
            Random random = Seeds.random(seed, split.ordinal(), index);
            new ShapeDrawing(random, channels, height, width).draw(ShapeKind.values()[label], random, into);
        });
    }
}

package dync.data.synthetic;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Seeds;
import dync.data.Split;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Sine gratings whose class is their orientation. Computed; an image depends on settings, split and index alone. */
public final class Gratings implements Dataset {
    private static final int MEASURED = 500;

    private final GratingSettings settings;
    private final Images train;
    private final Images test;
    private final Normalisation normalisation;

    /** Describes a set; images are computed when they are read. */
    public Gratings(GratingSettings settings) {
        this.settings = settings;
        this.train = drawn(Split.TRAIN, settings.train());
        this.test = drawn(Split.TEST, settings.test());
        this.normalisation = Normalisation.measure(train, MEASURED);
    }

    /** The parameters of an image, to relate responses to them. */
    public Grating grating(Split split, int index) {
        return draw(random(split, index), images(split).label(index));
    }

    private Random random(Split split, int index) {
        return Seeds.random(settings.seed(), split.ordinal(), index);
    }

    private Grating draw(Random random, int label) {
        double orientation = 180.0 * label / settings.orientations();
        double off = settings.jitter() * (2 * random.nextDouble() - 1);
        return new Grating(
                orientation + off,
                GratingSettings.cycles(settings.frequency().draw(random), settings.degrees()),
                settings.contrast().draw(random),
                settings.phase().draw(random),
                settings.mean(),
                settings.aperture());
    }

    @Override
    public String name() {
        return "gratings";
    }

    @Override
    public int channels() {
        return settings.channels();
    }

    @Override
    public Optional<ImageSize> imageSize() {
        return Optional.of(new ImageSize(settings.channels(), settings.height(), settings.width()));
    }

    /** Orientations, as {@code 22.5 deg}. */
    @Override
    public List<String> classes() {
        return IntStream.range(0, settings.orientations())
                .mapToObj(i -> String.format(Locale.ROOT, "%.4g", 180.0 * i / settings.orientations()))
                .map(text -> text.contains(".") ? text.replaceAll("\\.?0+$", "") + " deg" : text + " deg")
                .toList();
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
        return new DrawnImages(size, settings.orientations(), (index, label, into) -> {
            Random random = random(split, index);
            draw(random, label).draw(settings.channels(), settings.height(), settings.width(), into);
            if (settings.noise() > 0) {
                float[] values = into.values();
                for (int i = 0; i < into.size(); i++) {
                    values[i] = (float) Math.max(0, Math.min(1, values[i] + settings.noise() * random.nextGaussian()));
                }
            }
        });
    }
}

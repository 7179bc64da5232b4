package dync.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A data set put together from its parts, as readers of files do. Immutable; {@code with…} gives changed copies. */
public final class ImageSet implements Dataset {
    private static final int MEASURED = 2_000;

    private final String name;
    private final int channels;
    private final Supplier<Optional<ImageSize>> imageSize;
    private final List<String> classes;
    private final List<String> classIds;
    private final Supplier<Normalisation> normalisation;
    private final Map<Split, Images> images;

    private ImageSet(
            String name,
            int channels,
            Supplier<Optional<ImageSize>> imageSize,
            List<String> classes,
            List<String> classIds,
            Supplier<Normalisation> normalisation,
            Map<Split, Images> images) {
        this.name = name;
        this.channels = channels;
        this.imageSize = new Lazy<>(imageSize);
        this.classes = List.copyOf(classes);
        this.classIds = List.copyOf(classIds);
        this.normalisation = new Lazy<>(normalisation);
        this.images = Map.copyOf(images);
    }

    /**
     * Images whose mean and deviation are measured when they are first asked for, on up to 2000 training images that
     * are spread over the whole set.
     *
     * @param imageSize asked at most once; may take its time
     * @param images by split; those that are left out are empty
     */
    public static ImageSet of(
            String name,
            int channels,
            Supplier<Optional<ImageSize>> imageSize,
            List<String> classes,
            Map<Split, Images> images) {
        return new ImageSet(name, channels, imageSize, classes, classes, () -> measure(channels, images), images);
    }

    private static Normalisation measure(int channels, Map<Split, Images> images) {
        Images train = images.getOrDefault(Split.TRAIN, Images.none());
        Images measured = train.size() > 0 ? train : images.getOrDefault(Split.TEST, Images.none());
        if (measured.size() == 0) {
            return Normalisation.of(new float[channels], ones(channels));
        }
        // the first ones would be all of one class in many sets
        return Normalisation.measure(ImageSubset.spread(measured, MEASURED), MEASURED);
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The same under another name. */
    public ImageSet named(String newName) {
        return new ImageSet(newName, channels, imageSize, classes, classIds, normalisation, images);
    }

    /** The same with mean and deviation that are known. */
    public ImageSet normalised(Normalisation known) {
        return new ImageSet(name, channels, imageSize, classes, classIds, () -> known, images);
    }

    /** The same with other names of the classes; what they were called remains as their ids. */
    public ImageSet calling(List<String> newClasses) {
        if (newClasses.size() != classes.size()) {
            throw new IllegalArgumentException(newClasses.size() + " names for " + classes.size() + " classes");
        }
        return new ImageSet(name, channels, imageSize, newClasses, classIds, normalisation, images);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public Optional<ImageSize> imageSize() {
        return imageSize.get();
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public List<String> classIds() {
        return classIds;
    }

    @Override
    public Normalisation normalisation() {
        return normalisation.get();
    }

    @Override
    public Images images(Split split) {
        return images.getOrDefault(split, Images.none());
    }
}

package dync.data.format;

import dync.data.ImageSet;
import dync.data.Images;
import dync.data.Split;
import dync.runtime.BadFile;
import dync.runtime.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Data sets in arrays: a file of numpy ({@code .npz}), a folder of {@code .npy}, or a file in HDF5. */
public final class ArrayDataset {
    private record Pair(String images, String labels) {
        boolean in(Set<String> names) {
            return names.contains(images) && names.contains(labels);
        }
    }

    private static final List<Pair> TRAINING = List.of(
            new Pair("x_train", "y_train"),
            new Pair("train_images", "train_labels"),
            new Pair("X_train", "y_train"),
            new Pair("train/images", "train/labels"),
            new Pair("images", "labels"),
            new Pair("x", "y"),
            new Pair("X", "y"));
    private static final List<Pair> TESTING = List.of(
            new Pair("x_test", "y_test"),
            new Pair("test_images", "test_labels"),
            new Pair("X_test", "y_test"),
            new Pair("test/images", "test/labels"));

    private ArrayDataset() {}

    /** Whether a path looks like one of these files. */
    public static boolean recognises(Path path) {
        String name =
                path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".npz") || name.endsWith(".npy") || hdf5(name);
    }

    private static boolean hdf5(String name) {
        return name.endsWith(".h5") || name.endsWith(".hdf5") || name.endsWith(".hdf");
    }

    /**
     * Reads a data set; images are read when they are asked for.
     *
     * @throws BadFile if the file is damaged, or its arrays are not what the settings or the usual names say
     */
    public static ImageSet read(Path path, ArraySettings settings) {
        try (ArrayFile file = open(path)) {
            return read(file, settings);
        }
    }

    private static ArrayFile open(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (hdf5(name)) {
            return new Hdf5(path);
        }
        if (Files.isDirectory(path)) {
            return new NpyFolder(path);
        }
        if (name.endsWith(".npy")) {
            throw new BadFile(
                    path,
                    "is a single array, and images need labels",
                    "put images.npy and labels.npy into a folder and give that, or use numpy.savez");
        }
        return new Npz(path);
    }

    private static ImageSet read(ArrayFile file, ArraySettings settings) {
        Pair training = pair(file, settings.images(), settings.labels(), TRAINING)
                .orElseThrow(() -> new BadFile(
                        file.path(),
                        file.names().isEmpty()
                                ? "holds no arrays"
                                : "holds the arrays " + String.join(", ", file.names())
                                        + ", none of which is known to be images",
                        "say which they are: 'arrays: {images: NAME, labels: NAME}'"));
        Optional<Pair> testing = pair(file, settings.testImages(), settings.testLabels(), TESTING);
        ArrayImages train = images(file, training, settings.layout());
        Map<Split, Images> splits = new EnumMap<>(Split.class);
        splits.put(Split.TRAIN, train);
        int last = train.lastClass();
        if (testing.isPresent()) {
            ArrayImages test = images(file, testing.get(), settings.layout());
            if (!test.imageSize().equals(train.imageSize())) {
                throw new BadFile(
                        file.path(),
                        "holds training images of " + train.imageSize() + " and test images of " + test.imageSize(),
                        "store images of one size and layout");
            }
            last = Math.max(last, test.lastClass());
            splits.put(Split.TEST, test);
        }
        return ImageSet.of(
                stem(file.path()),
                train.imageSize().channels(),
                () -> Optional.of(train.imageSize()),
                classes(file.path(), settings.names(), last),
                splits);
    }

    private static Optional<Pair> pair(
            ArrayFile file, Optional<String> images, Optional<String> labels, List<Pair> usual) {
        if (images.isPresent() && labels.isPresent()) {
            for (String name : List.of(images.get(), labels.get())) {
                if (!file.names().contains(name)) {
                    throw new BadFile(file.path(), "holds no array '" + name + "'", Nearest.advice(name, file.names()));
                }
            }
            return Optional.of(new Pair(images.get(), labels.get()));
        }
        return usual.stream().filter(pair -> pair.in(file.names())).findFirst();
    }

    private static ArrayImages images(ArrayFile file, Pair pair, ArrayLayout layout) {
        return new ArrayImages(file.array(pair.images()), file.array(pair.labels()), layout);
    }

    private static List<String> classes(Path path, List<String> names, int last) {
        if (names.isEmpty()) {
            return IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toList();
        }
        if (names.size() <= last) {
            throw new BadFile(
                    path,
                    "has labels up to " + last + ", and " + names.size() + " classes have names",
                    "give a name for each class in 'names'");
        }
        return names;
    }

    private static String stem(Path path) {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

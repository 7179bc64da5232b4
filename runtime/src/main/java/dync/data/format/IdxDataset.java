package dync.data.format;

import dync.data.ImageSet;
import dync.data.Split;
import dync.runtime.BadFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A folder with the four files of an MNIST-like data set, each plain or with {@code .gz}. */
public final class IdxDataset {
    private static final String IMAGES = "-images-idx3-ubyte";
    private static final String LABELS = "-labels-idx1-ubyte";

    private IdxDataset() {}

    /** Whether a folder has the first of the four files. */
    public static boolean recognises(Path folder) {
        return Files.exists(file(folder, "train" + IMAGES));
    }

    /**
     * Reads the files of a folder.
     *
     * @param classes what the labels mean; empty names each class by its number
     * @throws BadFile if a file is missing, damaged or does not go with the others
     */
    public static ImageSet read(Path folder, List<String> classes) {
        List<String> known = classes.isEmpty() ? numbers(folder) : classes;
        IdxImages train = pair(folder, "train", known);
        IdxImages test = pair(folder, "t10k", known);
        if (!train.imageSize().equals(test.imageSize())) {
            throw new BadFile(
                    folder,
                    "holds training images of " + train.imageSize() + " and test images of " + test.imageSize(),
                    "take all four files from the same source");
        }
        return ImageSet.of(
                folder.toAbsolutePath().normalize().getFileName().toString(),
                train.imageSize().channels(),
                () -> Optional.of(train.imageSize()),
                known,
                Map.of(Split.TRAIN, train, Split.TEST, test));
    }

    private static List<String> numbers(Path folder) {
        int most = 0;
        for (String prefix : List.of("train", "t10k")) {
            IdxFile labels = IdxFile.read(file(folder, prefix + LABELS));
            for (int i = 0; labels.axes() == 1 && i < labels.length(0); i++) {
                most = Math.max(most, labels.value(i));
            }
        }
        return IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
    }

    private static IdxImages pair(Path folder, String prefix, List<String> classes) {
        IdxFile images = IdxFile.read(file(folder, prefix + IMAGES));
        IdxFile labels = IdxFile.read(file(folder, prefix + LABELS));
        return new IdxImages(images, labels, classes);
    }

    private static Path file(Path folder, String name) {
        // some unpack "train-images-idx3-ubyte" as "train-images.idx3-ubyte"
        String dotted = name.replace("-idx", ".idx");
        return List.of(name + ".gz", name, dotted, dotted + ".gz").stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder.resolve(name));
    }
}

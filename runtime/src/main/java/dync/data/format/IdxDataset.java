package dync.data.format;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Split;
import dync.runtime.BadFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A folder with the four files of an MNIST-like data set, each plain or with {@code .gz}. */
public final class IdxDataset implements Dataset {
    private static final String IMAGES = "-images-idx3-ubyte";
    private static final String LABELS = "-labels-idx1-ubyte";
    private static final int MEASURED = 10_000;

    private final String name;
    private final List<String> classes;
    private final Normalisation normalisation;
    private final IdxImages train;
    private final IdxImages test;

    private IdxDataset(
            String name, List<String> classes, Normalisation normalisation, IdxImages train, IdxImages test) {
        this.name = name;
        this.classes = List.copyOf(classes);
        this.normalisation = normalisation;
        this.train = train;
        this.test = test;
    }

    /**
     * Reads the files of a folder.
     *
     * @param normalisation mean and deviation of the training images
     * @throws BadFile if a file is missing, damaged or does not go with the others
     */
    public static IdxDataset read(String name, Path folder, List<String> classes, Normalisation normalisation) {
        IdxImages train = pair(folder, "train", classes);
        IdxImages test = pair(folder, "t10k", classes);
        if (!train.imageSize().equals(test.imageSize())) {
            throw new BadFile(
                    folder,
                    "holds training images of " + train.imageSize() + " and test images of " + test.imageSize(),
                    "take all four files from the same source");
        }
        return new IdxDataset(name, classes, normalisation, train, test);
    }

    /**
     * Reads a folder about which nothing is known: classes are named by their numbers, mean and deviation are measured.
     *
     * @throws BadFile if a file is missing, damaged or does not go with the others
     */
    public static IdxDataset read(Path folder) {
        int most = 0;
        for (String prefix : List.of("train", "t10k")) {
            IdxFile labels = IdxFile.read(file(folder, prefix + LABELS));
            for (int i = 0; labels.axes() == 1 && i < labels.length(0); i++) {
                most = Math.max(most, labels.value(i));
            }
        }
        List<String> classes =
                IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
        IdxImages train = pair(folder, "train", classes);
        return read(folder.getFileName().toString(), folder, classes, Normalisation.measure(train, MEASURED));
    }

    private static IdxImages pair(Path folder, String prefix, List<String> classes) {
        IdxFile images = IdxFile.read(file(folder, prefix + IMAGES));
        IdxFile labels = IdxFile.read(file(folder, prefix + LABELS));
        return new IdxImages(images, labels, classes);
    }

    private static Path file(Path folder, String name) {
        Path zipped = folder.resolve(name + ".gz");
        return Files.exists(zipped) ? zipped : folder.resolve(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int channels() {
        return train.imageSize().channels();
    }

    @Override
    public Optional<ImageSize> imageSize() {
        return Optional.of(train.imageSize());
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public Normalisation normalisation() {
        return normalisation;
    }

    @Override
    public Images images(Split split) {
        return split == Split.TRAIN ? train : test;
    }
}

package dync.data.format;

import dync.data.ImageSet;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Split;
import dync.runtime.BadFile;
import dync.runtime.file.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The binary versions of CIFAR-10 and CIFAR-100: records of one or two bytes of labels and 3072 bytes of pixels. Of
 * CIFAR-100 the fine labels are taken. Krizhevsky 2009, Learning multiple layers of features from tiny images.
 */
public final class Cifar {
    private static final List<String> TEN =
            List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin");
    private static final String TEN_NAMES = "batches.meta.txt";
    private static final String HUNDRED_NAMES = "fine_label_names.txt";
    private static final int MOST_NAMES_BYTES = 64_000;

    private Cifar() {}

    /** Whether a folder has files of one of the two sets in it. */
    public static boolean recognises(Path folder) {
        return Files.exists(folder.resolve(TEN.get(0))) || hundred(folder);
    }

    private static boolean hundred(Path folder) {
        return Files.exists(folder.resolve("train.bin")) || Files.exists(folder.resolve(HUNDRED_NAMES));
    }

    /**
     * Reads the files of a folder: those of CIFAR-100 if it has them, else those of CIFAR-10.
     *
     * @throws BadFile if one is missing or damaged
     */
    public static ImageSet read(Path folder) {
        boolean hundred = hundred(folder);
        List<String> classes = names(folder.resolve(hundred ? HUNDRED_NAMES : TEN_NAMES), hundred ? 100 : 10);
        int labelBytes = hundred ? 2 : 1;
        Images train = images(folder, hundred ? List.of("train.bin") : TEN, labelBytes, classes);
        Images test = images(folder, List.of(hundred ? "test.bin" : "test_batch.bin"), labelBytes, classes);
        return ImageSet.of(
                folder.toAbsolutePath().normalize().getFileName().toString(),
                3,
                () -> Optional.of(new ImageSize(3, CifarImages.SIDE, CifarImages.SIDE)),
                classes,
                Map.of(Split.TRAIN, train, Split.TEST, test));
    }

    private static Images images(Path folder, List<String> names, int labelBytes, List<String> classes) {
        return new CifarImages(names.stream().map(folder::resolve).toList(), labelBytes, classes.size());
    }

    private static List<String> names(Path file, int expected) {
        List<String> names = TextFile.read(file, MOST_NAMES_BYTES, FileProblem.MEND)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (names.size() != expected) {
            throw new BadFile(file, "names " + names.size() + " classes instead of " + expected, FileProblem.MEND);
        }
        return names;
    }
}

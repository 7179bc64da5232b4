package dync.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The names of image files, with the folder and the label of each: as little as a million of them need. */
final class ImageFiles {
    private final List<String> names = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private int[] labels = new int[64];

    /** Adds files of one folder and class. */
    void add(Path folder, List<String> files, int label) {
        for (String file : files) {
            if (names.size() == labels.length) {
                labels = Arrays.copyOf(labels, 2 * labels.length);
            }
            labels[names.size()] = label;
            names.add(file);
            folders.add(folder);
        }
    }

    int size() {
        return names.size();
    }

    int label(int index) {
        java.util.Objects.checkIndex(index, size());
        return labels[index];
    }

    Path path(int index) {
        return folders.get(index).resolve(names.get(index));
    }

    /** A few files at even distances. */
    List<Path> sample(int count) {
        int size = Math.min(count, size());
        return IntStream.range(0, size)
                .mapToObj(i -> path((int) ((long) i * size() / size)))
                .toList();
    }
}

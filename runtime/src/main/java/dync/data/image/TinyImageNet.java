package dync.data.image;

import dync.runtime.BadFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The layout in which TinyImageNet is published: {@code train/WNID/images/*.JPEG}, and {@code val/images} whose classes
 * are in {@code val/val_annotations.txt}. Its test images have no labels and are not read.
 */
final class TinyImageNet {
    private static final String ANNOTATIONS = "val/val_annotations.txt";
    private static final String IMAGES = "images";

    private TinyImageNet() {}

    static boolean recognises(Path root) {
        return Files.exists(root.resolve(ANNOTATIONS));
    }

    static ImageFiles training(Path root, List<String> classes) {
        ImageFiles files = new ImageFiles();
        for (int label = 0; label < classes.size(); label++) {
            Path folder = root.resolve("train").resolve(classes.get(label)).resolve(IMAGES);
            files.add(folder, FolderListing.images(folder), label);
        }
        return files;
    }

    /** Lines of a file name, a WordNet id and a box, with tabs between them. */
    static ImageFiles validation(Path root, List<String> classes) {
        Map<String, Integer> labels = new HashMap<>();
        for (String name : classes) {
            labels.put(name, labels.size());
        }
        Path annotations = root.resolve(ANNOTATIONS);
        Path folder = root.resolve("val").resolve(IMAGES);
        ImageFiles files = new ImageFiles();
        int number = 0;
        for (String line : TextLines.read(annotations)) {
            number++;
            if (!line.isBlank()) {
                String[] parts = line.split("\t", 3);
                Integer label = parts.length < 2 ? null : labels.get(parts[1]);
                if (label == null || parts[0].contains("/") || parts[0].contains("\\")) {
                    throw new BadFile(
                            annotations,
                            "has in line " + number + " no file name and known class with a tab between them",
                            "unpack the set again");
                }
                files.add(folder, List.of(parts[0]), label);
            }
        }
        if (files.size() == 0) {
            throw new BadFile(annotations, "names no image", "unpack the set again");
        }
        return files;
    }
}

package dync.data.image;

import dync.data.ImageSet;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Split;
import dync.runtime.BadFile;
import dync.runtime.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of image files: {@code train/CLASS/*} beside {@code test/CLASS/*}, {@code val/CLASS/*} or both, as ImageNet,
 * Imagenette and most others have it, or in the layout of TinyImageNet. Classes are in natural order of their folders.
 * Where there is no {@code test}, the images of {@code val} are those to test on; where there are both, those of
 * {@code val} validate.
 */
public final class ImageFolder {
    private static final String TRAIN = "train";
    private static final List<String> TESTS = List.of("test", "val", "validation", "valid");
    private static final int LOOKED_AT = 64;
    private static final String LAYOUT =
            "dync reads ROOT/train/CLASS/*.png and ROOT/test/CLASS/*.png (or val), JPEG, GIF and BMP as well";

    private ImageFolder() {}

    /** Whether a folder has a part to train on. */
    public static boolean recognises(Path root) {
        return Files.isDirectory(root.resolve(TRAIN));
    }

    /**
     * Lists the files of a folder; the images are decoded when they are read.
     *
     * @param channels 1 or 3; empty takes 1 if all of a sample of the images are grey
     * @throws BadFile if the folder is laid out in another way
     */
    public static ImageSet read(Path root, Optional<Integer> channels) {
        Path train = root.resolve(TRAIN);
        if (!Files.isDirectory(train)) {
            throw new BadFile(root, "has no folder 'train' in it", LAYOUT);
        }
        List<String> classes = FolderListing.folders(train);
        if (classes.isEmpty()) {
            throw new BadFile(train, "has no folders in it, of which each would be a class", LAYOUT);
        }
        boolean tiny = TinyImageNet.recognises(root);
        Map<Split, ImageFiles> files = new EnumMap<>(Split.class);
        files.put(Split.TRAIN, tiny ? TinyImageNet.training(root, classes) : listed(train, classes, classes));
        if (tiny) {
            files.put(Split.TEST, TinyImageNet.validation(root, classes));
        } else {
            List<Path> parts = TESTS.stream()
                    .map(root::resolve)
                    .filter(Files::isDirectory)
                    .filter(part -> !FolderListing.folders(part).isEmpty())
                    .toList();
            if (!parts.isEmpty()) {
                files.put(Split.TEST, listed(parts.get(0), FolderListing.folders(parts.get(0)), classes));
            }
            if (parts.size() > 1) {
                files.put(Split.VALIDATION, listed(parts.get(1), FolderListing.folders(parts.get(1)), classes));
            }
        }
        return set(root, channels.orElseGet(() -> channels(files.get(Split.TRAIN))), classes, files);
    }

    private static ImageFiles listed(Path part, List<String> folders, List<String> classes) {
        Map<String, Integer> labels = new HashMap<>();
        for (String name : classes) {
            labels.put(name, labels.size());
        }
        ImageFiles files = new ImageFiles();
        for (String folder : folders) {
            Integer label = labels.get(folder);
            if (label == null) {
                throw new BadFile(
                        part.resolve(folder), "is a class that 'train' does not have", Nearest.advice(folder, classes));
            }
            files.add(part.resolve(folder), FolderListing.images(part.resolve(folder)), label);
        }
        return files;
    }

    /** Grey pictures may be mixed into colour ones, but hardly colour ones into grey. */
    private static int channels(ImageFiles files) {
        return files.sample(LOOKED_AT).stream()
                        .allMatch(path -> EncodedImage.size(path).channels() == 1)
                ? 1
                : 3;
    }

    private static ImageSet set(Path root, int channels, List<String> classes, Map<Split, ImageFiles> files) {
        Map<Split, Images> images = new EnumMap<>(Split.class);
        Map<Split, FolderImages> listed = new EnumMap<>(Split.class);
        files.forEach((split, part) -> listed.put(split, new FolderImages(part, channels)));
        images.putAll(listed);
        ImageSet set = ImageSet.of(
                root.toAbsolutePath().normalize().getFileName().toString(),
                channels,
                () -> common(listed),
                classes,
                images);
        return Synsets.read(root, classes).map(set::calling).orElse(set);
    }

    private static Optional<ImageSize> common(Map<Split, FolderImages> parts) {
        Optional<ImageSize> common = parts.get(Split.TRAIN).imageSize();
        for (FolderImages part : parts.values()) {
            if (common.isEmpty() || !part.imageSize().equals(common)) {
                return Optional.empty();
            }
        }
        return common;
    }
}

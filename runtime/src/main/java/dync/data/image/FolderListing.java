package dync.data.image;

import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What is in a folder, in natural order. Hidden entries are passed over. */
final class FolderListing {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "gif", "bmp");

    private FolderListing() {}

    /** Names of the folders in a folder. */
    static List<String> folders(Path folder) {
        return entries(folder).stream()
                .filter(name -> Files.isDirectory(folder.resolve(name)))
                .toList();
    }

    /**
     * Names of the images in a folder, by their endings.
     *
     * @throws BadFile if there is none, which says what there is instead
     */
    static List<String> images(Path folder) {
        List<String> all = entries(folder);
        List<String> images =
                all.stream().filter(name -> ENDINGS.contains(ending(name))).toList();
        if (images.isEmpty()) {
            Set<String> others =
                    new TreeSet<>(all.stream().map(FolderListing::ending).toList());
            others.remove("");
            throw new BadFile(
                    folder,
                    "holds no image that ends in .jpg, .jpeg, .png, .gif or .bmp"
                            + (others.isEmpty() ? "" : ", only ." + String.join(", .", others)),
                    "convert the images to PNG or JPEG, or remove the folder");
        }
        return images;
    }

    private static List<String> entries(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path entry : found) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".")) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        names.sort(new NaturalOrder());
        return names;
    }

    private static BadFile unreadable(Path folder, IOException problem) {
        return new BadFile(
                folder,
                problem instanceof AccessDeniedException
                        ? "may not be read"
                        : Files.isDirectory(folder) ? "cannot be listed: " + problem.getMessage() : "is no folder",
                "give a folder that you may read",
                problem);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}

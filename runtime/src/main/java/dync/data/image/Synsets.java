package dync.data.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the WordNet ids of ImageNet mean, from the file that comes with the images: {@code words.txt} of TinyImageNet, with
 * a tab after the id, or {@code LOC_synset_mapping.txt} of ImageNet, with a space. The first of several words is taken.
 */
final class Synsets {
    private static final List<String> FILES = List.of("words.txt", "LOC_synset_mapping.txt");

    private Synsets() {}

    /** Names for all classes; empty if there is no such file. A class that the file does not know keeps its id. */
    static Optional<List<String>> read(Path root, List<String> ids) {
        return FILES.stream()
                .map(root::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> names(file, ids));
    }

    private static List<String> names(Path file, List<String> ids) {
        Map<String, String> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(id, id));
        for (String line : TextLines.read(file)) {
            String[] parts = line.split("[\t ]", 2);
            if (parts.length == 2 && wanted.containsKey(parts[0])) {
                wanted.put(parts[0], parts[1].split(",", 2)[0].strip());
            }
        }
        return ids.stream().map(wanted::get).toList();
    }
}

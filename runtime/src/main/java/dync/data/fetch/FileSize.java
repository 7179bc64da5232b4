package dync.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file out of an archive whose sum was checked: its size tells whether it was unpacked to the end.
 *
 * @param name file name
 * @param size number of bytes; 0 takes any
 */
public record FileSize(String name, long size) implements FileSum {
    @Override
    public Optional<String> problem(Path folder) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.of(name + " is not there");
            }
            return size == 0 || Files.size(file) == size
                    ? Optional.empty()
                    : Optional.of(name + " has " + Files.size(file) + " bytes instead of " + size);
        } catch (IOException e) {
            return Optional.of(name + " cannot be read: " + e.getMessage());
        }
    }
}

package dync.data.image;

import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lists in words that come with data sets. */
final class TextLines {
    private static final long MOST_BYTES = 32L << 20;

    private TextLines() {}

    static List<String> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadFile(file, "is too long for a list of words", "bring the file here again");
            }
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new BadFile(file, "is no text in UTF-8", "bring the file here again", e);
        } catch (IOException e) {
            throw new BadFile(file, "cannot be read: " + e.getMessage(), "bring the file here again", e);
        }
    }
}

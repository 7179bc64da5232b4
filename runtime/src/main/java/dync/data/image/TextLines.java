package dync.data.image;

import dync.runtime.file.TextFile;
import java.nio.file.Path;
import java.util.List;

/** The lists in words that come with data sets. */
final class TextLines {
    private static final int MOST_BYTES = 32_000_000;

    private TextLines() {}

    static List<String> read(Path file) {
        return TextFile.read(file, MOST_BYTES, "bring the file here again")
                .lines()
                .toList();
    }
}

package dync.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files where the system's package manager installs them; they are used in place. */
public record InstalledSource(Path folder) implements FetchSource {
    @Override
    public String describe() {
        return "installed files in " + folder;
    }

    @Override
    public Path obtain(Path work, FetchListener listener) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no such folder");
        }
        return folder;
    }
}

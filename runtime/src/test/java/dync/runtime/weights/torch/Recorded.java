package dync.runtime.weights.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that PyTorch wrote: {@code make.py} beside them tells how. */
final class Recorded {
    private Recorded() {}

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Recorded.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    static Path in(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name), bytes(name));
    }
}

package dync.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that commands are tried on. */
final class Models {
    static final Path VENTRAL = Path.of(System.getProperty("dync.root"), "examples", "ventral.dyn");

    private static final String TINY = """
            model Tiny(n_classes: int = 10, channels: int = 3, height: int = 32, width: int = 32, tau: time = 4 ms) {
                clock(step = 2 ms, steps = 3)
                input(channels, height, width)
                area V1 {
                    conv(4, stride = 4)
                    recurrent(self, delay = 2 ms)
                    evolve leaky(tau = tau) using euler
                    relu
                    emit
                }
                readout classifier { avgpool; flatten; linear(n_classes) }
            }
            """;

    private Models() {}

    /** A model that trains in a moment. */
    static Path tiny(Path folder) throws IOException {
        return Files.writeString(folder.resolve("tiny.dyn"), TINY);
    }

    /** The same with a misspelled operation. */
    static Path wrong(Path folder) throws IOException {
        return Files.writeString(folder.resolve("wrong.dyn"), TINY.replace("relu", "rellu"));
    }
}

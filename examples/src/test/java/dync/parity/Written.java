package dync.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model that a rule writes, line by line. */
final class Written {
    private final StringBuilder text = new StringBuilder();

    Written(String model, Clock clock, int steps) {
        text.append("model ").append(model).append(" {\n");
        line("clock(step = " + clock.time(1) + ", steps = " + steps + ")");
    }

    /** @param stimulus the sizes {@code [B, T, C, H, W]} of what is shown */
    Written input(String name, List<Long> stimulus, boolean gaps) {
        return line("input " + name + "(" + stimulus.get(2) + ", " + stimulus.get(3) + ", " + stimulus.get(4)
                + ", gaps = " + gaps + ")");
    }

    Written line(String line) {
        text.append("    ").append(line).append('\n');
        return this;
    }

    Written lines(List<String> lines) {
        lines.forEach(this::line);
        return this;
    }

    /** A file with the model, which goes when the tests end. */
    Path file() {
        try {
            Path file = Files.createTempFile("parity", ".dyn");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text + "}\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

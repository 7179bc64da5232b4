package dync.train.metric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process takes up. */
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessMemory() {}

    /** The most so far in MiB; not a number where the system does not tell. */
    public static double largest() {
        try {
            return Files.exists(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                            .findFirst()
                            .orElse(Double.NaN)
                    : Double.NaN;
        } catch (IOException unknown) {
            return Double.NaN;
        }
    }
}

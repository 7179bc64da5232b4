package dync.train.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this process holds of the machine's memory, Java's and libtorch's alike.
 *
 * @param resident bytes now
 * @param peak bytes at most since the process began, or since {@link #forgetPeak}
 */
public record MemoryUse(long resident, long peak) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final int MIB = 1 << 20;
    private static final String RESET_PEAK = "5";

    /** The figures of now; empty where the system does not tell them. */
    public static Optional<MemoryUse> now() {
        return text(STATUS).flatMap(MemoryUse::parse);
    }

    /** The peak in MiB; not a number where the system does not tell it. */
    public static double peakMiB() {
        return now().map(use -> use.peak() / (double) MIB).orElse(Double.NaN);
    }

    /** Lets the peak begin anew from here; false where the system does not allow it. */
    static boolean forgetPeak() {
        try {
            Files.writeString(CLEAR, RESET_PEAK);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** From the text of {@code /proc/self/status}. */
    static Optional<MemoryUse> parse(String status) {
        Optional<Long> resident = Figures.kilobytes(status, "VmRSS");
        Optional<Long> peak = Figures.kilobytes(status, "VmHWM");
        return resident.flatMap(now -> peak.map(most -> new MemoryUse(now, most)));
    }

    static Optional<String> text(Path path) {
        try {
            return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}

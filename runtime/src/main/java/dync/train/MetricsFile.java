package dync.train;

import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code metrics.csv}: one line an epoch, on the disk when the epoch has ended. A line that could not be written is
 * written with the next; a line is there whole or not at all.
 */
final class MetricsFile {
    private static final String HEADER = "epoch,train_loss,train_accuracy,train_accuracy_last,train_penalty,"
            + "test_loss,test_accuracy,test_accuracy_last,seconds,images_per_second";

    private final Path path;
    private final List<String> pending = new ArrayList<>();

    MetricsFile(Path path) {
        this.path = path;
    }

    /**
     * Begins the file, or goes on with it: lines of epochs after {@code epochs} belong to work that is done again.
     *
     * @throws BadFile if it cannot be written
     */
    void begin(int epochs) {
        List<String> kept = new ArrayList<>(List.of(HEADER));
        if (Files.exists(path)) {
            try {
                Files.readAllLines(path).stream()
                        .filter(line -> line.matches("\\d{1,9},.*")
                                && Integer.parseInt(line.substring(0, line.indexOf(','))) <= epochs)
                        .forEach(kept::add);
            } catch (IOException e) {
                throw new BadFile(path, "cannot be read: " + e.getMessage(), "check that it is yours", e);
            }
        }
        String text = String.join("\n", kept) + "\n";
        TextFile.write(path, text);
    }

    /** @throws BadFile if the disk does not take it; it is kept for the next time */
    void append(EpochReport report) {
        pending.add(line(report));
        flush();
    }

    /** @throws BadFile if lines are left that the disk does not take */
    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap((String.join("\n", pending) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            long end = file.size();
            try {
                file.position(end);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new BadFile(path, "cannot be written: " + e.getMessage(), "make room on the disk", e);
        }
        pending.clear();
    }

    private static String line(EpochReport report) {
        return String.format(
                Locale.ROOT,
                "%d,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%.3f,%.1f",
                report.epoch(),
                report.trainLoss(),
                report.train().overall(),
                report.train().last(),
                report.penalty(),
                report.test().loss(),
                report.test().accuracy().overall(),
                report.test().accuracy().last(),
                report.seconds(),
                report.imagesPerSecond());
    }
}

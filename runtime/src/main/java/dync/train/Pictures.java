package dync.train;

import dync.track.Png;
import dync.train.metric.Confusion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Pictures for trackers. */
final class Pictures {
    private static final int SIDE = 400;
    private static final int LARGEST = 1000;

    private Pictures() {}

    /** A square of cells, labels downwards and guesses to the right: white for none of a label, black for all. */
    static Optional<Png> confusion(Confusion confusion) {
        List<List<Long>> counts = confusion.counts();
        int classes = counts.size();
        if (classes == 0 || classes > LARGEST) {
            return Optional.empty();
        }
        int cell = Math.max(1, SIDE / classes);
        BufferedImage image = new BufferedImage(classes * cell, classes * cell, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            List<Long> row = counts.get(y / cell);
            long all = row.stream().mapToLong(Long::longValue).sum();
            for (int x = 0; x < image.getWidth(); x++) {
                int light = all == 0 ? 230 : (int) Math.round(255 * (1 - (double) row.get(x / cell) / all));
                image.getRaster().setSample(x, y, 0, light);
            }
        }
        return Optional.of(png(image, 1));
    }

    static Png png(BufferedImage image, int channels) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Png(image.getWidth(), image.getHeight(), channels, new Png.Bytes(bytes.toByteArray()));
    }

    /** A file that is there and is one; its size is in the bytes 16 to 23. */
    static Optional<Png> file(Path path) {
        try {
            byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            if (bytes.length < 33) {
                return Optional.empty();
            }
            ByteBuffer header = ByteBuffer.wrap(bytes);
            return Optional.of(new Png(header.getInt(16), header.getInt(20), 3, new Png.Bytes(bytes)));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}

package dync.track.tensorboard;

import dync.track.Distribution;
import dync.track.Entry;
import dync.track.Png;
import dync.track.Sink.Ending;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.imageio.ImageIO;

/** Everything that event files can hold, for readers that are not ours. */
final class Samples {
    private static final Instant TIME = Instant.parse("2026-11-22T06:00:00Z");

    private Samples() {}

    /** A run of 30 batches that was stopped after 20 of them and continued. */
    static void write(Path folder) throws IOException {
        EventFiles first = new EventFiles(folder, OptionalLong.empty(), List.of("validation/accuracy"));
        first.write(List.of(
                new Entry.Hyperparameters(Map.of("rate", "0.002", "model", "DyRCNNx4"), TIME),
                new Entry.Scalar("train/loss", 10, 2.5, TIME),
                new Entry.Scalar("train/loss", 20, 1.5, TIME),
                new Entry.Scalar("train/loss", 30, 99, TIME),
                new Entry.Scalar("validation/accuracy", 20, 0.75, TIME)));
        EventFiles second = new EventFiles(folder, OptionalLong.of(21), List.of());
        second.write(List.of(
                new Entry.Scalar("train/loss", 30, 1.25, TIME),
                new Entry.Histogram("weights/V1", 30, new Distribution(-1, 3, 10, 50, List.of(1L, 0L, 5L, 2L)), TIME),
                new Entry.Histogram("weights/still", 30, new Distribution(0, 0, 0, 0, List.of(4L, 0L)), TIME),
                new Entry.Image("test/stimuli", 30, picture(), TIME),
                new Entry.Text("run", 0, "# DyRCNNx4\n\nwith *full* recurrence", TIME)));
        second.close(Ending.FINISHED);
    }

    static Png picture() throws IOException {
        BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(2, 1, 10, 6);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return new Png(16, 8, 3, new Png.Bytes(bytes.toByteArray()));
    }
}

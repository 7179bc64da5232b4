package dync.track.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.track.Distribution;
import dync.track.Entry;
import dync.track.Png;
import dync.track.Sink.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
    private static final Instant TIME = Instant.parse("2026-11-22T06:00:00.25Z");

    @TempDir
    Path folder;

    @Test
    void everyValueComesBackAsItWasWritten() throws IOException {
        write(
                OptionalLong.empty(),
                new Entry.Scalar("train/loss", 10, 2.5, TIME),
                new Entry.Scalar("train/loss", 20, Double.NaN, TIME),
                new Entry.Text("train/note", 0, "the *retina* is blank", TIME));

        List<Event> events = read();
        assertThat(events).hasSize(4);
        assertThat(events.get(0).message().text(3)).isEqualTo("brain.Event:2");
        assertThat(events.get(1).step()).isEqualTo(10);
        assertThat(events.get(1).message().number(1)).isEqualTo(TIME.toEpochMilli() / 1000.0, within(1e-6));
        assertThat(events.get(1).value().text(1)).isEqualTo("train/loss");
        assertThat(events.get(1).value().single(2)).isEqualTo(2.5f);
        assertThat(events.get(2).value().single(2)).isNaN();
        assertThat(events.get(3).value().message(8).text(8)).isEqualTo("the *retina* is blank");
    }

    @Test
    void aHistogramHasItsEdgesAndCounts() throws IOException {
        Distribution values = new Distribution(-1, 3, 10, 50, List.of(1L, 0L, 5L, 2L));

        write(OptionalLong.empty(), new Entry.Histogram("weights/V1", 7, values, TIME));

        ProtoReader histogram = read().get(1).value().message(5);
        assertThat(histogram.number(1)).isEqualTo(-1);
        assertThat(histogram.number(2)).isEqualTo(3);
        assertThat(histogram.number(3)).isEqualTo(8);
        assertThat(histogram.numbers(6)).containsExactly(0, 1, 2, 3);
        assertThat(histogram.numbers(7)).containsExactly(1, 0, 5, 2);
    }

    @Test
    void aPictureIsThePngThatWasGiven() throws IOException {
        Png png = Samples.picture();

        write(OptionalLong.empty(), new Entry.Image("test/stimuli", 1, png, TIME));

        ProtoReader image = read().get(1).value().message(4);
        assertThat(image.bytes(4)).isEqualTo(png.bytes().toArray());
        assertThat(image.integer(1)).isEqualTo(8);
        assertThat(image.integer(2)).isEqualTo(16);
    }

    @Test
    void aRunThatIsContinuedGetsAFileOfItsOwnThatTakesBackWhatIsDoneAgain() throws IOException {
        write(OptionalLong.empty(), new Entry.Scalar("train/loss", 10, 1, TIME));
        write(OptionalLong.of(8), new Entry.Scalar("train/loss", 8, 2, TIME));

        List<Event> events = read();
        assertThat(events).hasSize(2 + 3);
        assertThat(events.get(3).step()).isEqualTo(8);
        assertThat(events.get(3).message().message(7).integer(1)).isEqualTo(1);
    }

    private void write(OptionalLong from, Entry... entries) throws IOException {
        EventFiles files = new EventFiles(folder, from, List.of());
        files.write(List.of(entries));
        files.close(Ending.FINISHED);
    }

    private List<Event> read() throws IOException {
        List<Event> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                events.addAll(Event.all(file));
            }
        }
        return events;
    }
}

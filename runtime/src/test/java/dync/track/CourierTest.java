package dync.track;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.UserError;
import dync.track.Sink.Ending;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CourierTest {
    private static final Courier.Patience SHORT =
            new Courier.Patience(128 * 100, 7, Duration.ofMillis(5), Duration.ofMillis(20));

    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<Long> arrived = new CopyOnWriteArrayList<>();

    @Test
    void everythingArrivesOnceAndInItsOrder() {
        Courier courier = Courier.start(sink(0), SHORT, notes::add);

        send(courier, 0, 50);
        end(courier, Duration.ofSeconds(10));

        assertThat(arrived).containsExactlyElementsOf(steps(0, 50));
        assertThat(notes).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainAndToldOnce() {
        Courier courier = Courier.start(sink(4), SHORT, notes::add);

        send(courier, 0, 20);
        end(courier, Duration.ofSeconds(10));

        assertThat(arrived).containsExactlyElementsOf(steps(0, 20));
        assertThat(notes)
                .containsExactly(
                        "the archive takes nothing now: no answer; values are kept for it, training goes on",
                        "the archive takes values again");
    }

    @Test
    void beyondItsBoundValuesAreDroppedAndCounted() {
        Courier courier = Courier.start(sink(Integer.MAX_VALUE), SHORT, notes::add);

        send(courier, 0, 1000);
        end(courier, Duration.ofMillis(50));

        assertThat(notes.get(notes.size() - 1))
                .isEqualTo("the archive: 1000 values were lost; the tables in the run's folder have them");
        assertThat(notes).hasSize(2);
    }

    @Test
    void aSinkThatWillNeverTakeThemIsGivenUpWithItsReason() {
        Courier courier = Courier.start(
                new Recorder(0, new CountDownLatch(0)) {
                    @Override
                    public void write(List<Entry> entries) {
                        throw new UserError("the server refuses the token", "set MLFLOW_TRACKING_TOKEN");
                    }
                },
                SHORT,
                notes::add);

        send(courier, 0, 3);
        end(courier, Duration.ofSeconds(10));

        assertThat(notes)
                .containsExactly(
                        "the archive is given up: the server refuses the token (set MLFLOW_TRACKING_TOKEN); training goes on",
                        "the archive: 3 values were lost; the tables in the run's folder have them");
    }

    @Test
    void aSinkThatHangsHoldsNobodyUp() {
        CountDownLatch never = new CountDownLatch(1);
        Courier courier = Courier.start(new Recorder(0, never), SHORT, notes::add);

        long begun = System.nanoTime();
        send(courier, 0, 3);
        end(courier, Duration.ofMillis(100));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(notes).containsExactly("the archive: 3 values were lost; the tables in the run's folder have them");
    }

    private Sink sink(int failures) {
        return new Recorder(failures, new CountDownLatch(0));
    }

    private static void send(Courier courier, long from, long to) {
        steps(from, to).forEach(step -> courier.send(new Entry.Scalar("train/loss", step, 1, Instant.EPOCH)));
    }

    private static List<Long> steps(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    private static void end(Courier courier, Duration deadline) {
        courier.finish(Ending.FINISHED);
        courier.await(System.nanoTime() + deadline.toNanos());
    }

    private class Recorder implements Sink {
        private final AtomicInteger failures;
        private final CountDownLatch open;

        Recorder(int failures, CountDownLatch open) {
            this.failures = new AtomicInteger(failures);
            this.open = open;
        }

        @Override
        public String name() {
            return "the archive";
        }

        @Override
        public void write(List<Entry> entries) throws IOException, InterruptedException {
            open.await();
            if (failures.getAndDecrement() > 0) {
                throw new IOException("no answer");
            }
            List<Long> steps = new ArrayList<>();
            entries.forEach(entry -> steps.add(((Entry.Scalar) entry).step()));
            arrived.addAll(steps);
        }

        @Override
        public void close(Ending ending) {
            assertThat(ending).isEqualTo(Ending.FINISHED);
        }
    }
}

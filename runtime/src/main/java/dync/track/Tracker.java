package dync.track;

import dync.track.Sink.Ending;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes what a run tells of itself and hands it to all sinks, each from a thread of its own. No method waits, whatever
 * the disk or the servers do, but {@link #close}, and that no longer than it is told to.
 */
public final class Tracker {
    private final List<Courier> couriers;
    private final Clock clock;

    private Tracker(List<Courier> couriers, Clock clock) {
        this.couriers = couriers;
        this.clock = clock;
    }

    /** @param note hears of trouble, as lines for the user; called from other threads */
    public static Tracker to(List<Sink> sinks, Consumer<String> note) {
        return new Tracker(
                sinks.stream()
                        .map(sink -> Courier.start(sink, Courier.Patience.USUAL, note))
                        .toList(),
                Clock.systemUTC());
    }

    /** One that forgets everything. */
    public static Tracker none() {
        return new Tracker(List.of(), Clock.systemUTC());
    }

    /** Whether anyone listens; what is expensive to make need not be made otherwise. */
    public boolean listens() {
        return !couriers.isEmpty();
    }

    public void scalar(String name, long step, double value) {
        send(new Entry.Scalar(name, step, value, clock.instant()));
    }

    public void histogram(String name, long step, Distribution values) {
        send(new Entry.Histogram(name, step, values, clock.instant()));
    }

    public void image(String name, long step, Png picture) {
        send(new Entry.Image(name, step, picture, clock.instant()));
    }

    /** @param text as Markdown */
    public void text(String name, long step, String text) {
        send(new Entry.Text(name, step, text, clock.instant()));
    }

    public void hyperparameters(Map<String, String> values) {
        send(new Entry.Hyperparameters(values, clock.instant()));
    }

    /** @param folder where it is kept; empty for the top */
    public void artifact(Path file, String folder) {
        send(new Entry.Artifact(file, folder, clock.instant()));
    }

    private void send(Entry entry) {
        couriers.forEach(courier -> courier.send(entry));
    }

    /**
     * Waits until all is handed over, or for so long; then says what is lost.
     *
     * @param deadline for all sinks together
     */
    public void close(Ending ending, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        couriers.forEach(courier -> courier.finish(ending));
        couriers.forEach(courier -> courier.await(end));
    }
}

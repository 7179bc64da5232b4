package dync.track;

import dync.runtime.UserError;
import dync.track.Sink.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries entries to one sink from a thread of its own. What a sink does not take is kept up to a bound and tried again
 * after longer and longer pauses; beyond the bound entries are dropped, and counted.
 */
final class Courier {
    /**
     * How much it bears.
     *
     * @param bytes that may wait
     * @param batch entries that are handed over at once
     * @param first pause after a failure; each further one is twice as long
     * @param longest pause
     */
    record Patience(long bytes, int batch, Duration first, Duration longest) {
        static final Patience USUAL = new Patience(64L << 20, 1000, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    private final Sink sink;
    private final Patience patience;
    private final Consumer<String> note;
    private final Thread thread;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private long bytes;
    private long dropped;
    private boolean failing;
    private boolean abandoned;
    private Optional<Ending> ending = Optional.empty();

    private Courier(Sink sink, Patience patience, Consumer<String> note) {
        this.sink = sink;
        this.patience = patience;
        this.note = note;
        this.thread = new Thread(this::work, "tracking: " + sink.name());
        thread.setDaemon(true);
    }

    static Courier start(Sink sink, Patience patience, Consumer<String> note) {
        Courier courier = new Courier(sink, patience, note);
        courier.thread.start();
        return courier;
    }

    /** Returns at once. */
    synchronized void send(Entry entry) {
        if (abandoned || bytes + entry.size() > patience.bytes()) {
            dropped++;
            return;
        }
        waiting.add(entry);
        bytes += entry.size();
        notifyAll();
    }

    /** No more will come. */
    synchronized void finish(Ending how) {
        ending = Optional.of(how);
        notifyAll();
    }

    /** @param end in the time of {@link System#nanoTime} */
    void await(long end) {
        try {
            long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
            thread.join(left);
            thread.interrupt();
            // what is interrupted ends soon; a disk that hangs for ever does not, and need not be waited for
            thread.join(200);
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        long lost;
        synchronized (this) {
            lost = dropped + waiting.size();
        }
        if (lost > 0) {
            note.accept(sink.name() + ": " + lost + (lost == 1 ? " value was" : " values were")
                    + " lost; the tables in the run's folder have them");
        }
    }

    private void work() {
        Duration pause = patience.first();
        try {
            while (true) {
                List<Entry> batch = next();
                try {
                    if (batch.isEmpty()) {
                        sink.close(ending.orElseThrow());
                        return;
                    }
                    sink.write(batch);
                    done(batch);
                    pause = patience.first();
                } catch (IOException later) {
                    trouble(later);
                    rest(pause);
                    Duration twice = pause.multipliedBy(2);
                    pause = twice.compareTo(patience.longest()) > 0 ? patience.longest() : twice;
                }
            }
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException never) {
            abandon(never);
        }
    }

    /** What comes next, still counted as waiting; empty when all is done. */
    private synchronized List<Entry> next() throws InterruptedException {
        while (waiting.isEmpty() && ending.isEmpty()) {
            wait();
        }
        List<Entry> batch = new ArrayList<>();
        for (Entry entry : waiting) {
            if (batch.size() == patience.batch()) {
                break;
            }
            batch.add(entry);
        }
        return batch;
    }

    private void done(List<Entry> batch) {
        boolean again;
        synchronized (this) {
            for (Entry entry : batch) {
                waiting.remove();
                bytes -= entry.size();
            }
            again = failing;
            failing = false;
        }
        if (again) {
            note.accept(sink.name() + " takes values again");
        }
    }

    private void trouble(IOException failure) {
        if (!failing) {
            failing = true;
            String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            note.accept(sink.name() + " takes nothing now: " + reason + "; values are kept for it, training goes on");
        }
    }

    /** New entries do not shorten a pause; that the run ends does, once. */
    private synchronized void rest(Duration pause) throws InterruptedException {
        boolean ended = ending.isPresent();
        long end = System.nanoTime() + pause.toNanos();
        long left = pause.toNanos();
        while (left > 0 && ended == ending.isPresent()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
    }

    private void abandon(RuntimeException failure) {
        synchronized (this) {
            abandoned = true;
            dropped += waiting.size();
            waiting.clear();
            bytes = 0;
        }
        String help = failure instanceof UserError mistake
                ? mistake.help().map(text -> " (" + text + ")").orElse("")
                : "";
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        note.accept(sink.name() + " is given up: " + reason + help + "; training goes on");
    }
}

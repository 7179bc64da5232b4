package dync.cli.progress;

import dync.train.BatchReport;
import dync.train.EpochReport;
import dync.train.TrainingPlan;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A line for the first batch, then every ten seconds, and one for each epoch. */
final class LineView implements ProgressView {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

    private final PrintStream out;
    private final LongSupplier clock;
    private long due;

    /** @param clock nanoseconds, as {@link System#nanoTime} */
    LineView(PrintStream out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
        this.due = clock.getAsLong();
    }

    @Override
    public void started(TrainingPlan plan) {
        out.println(Words.plan(plan));
    }

    @Override
    public void batch(BatchReport report) {
        if (clock.getAsLong() - due >= 0) {
            out.println(Words.line(report));
            due = clock.getAsLong() + PAUSE;
        }
    }

    @Override
    public void testing(int done, int total) {
        if (clock.getAsLong() - due >= 0) {
            out.println("testing: " + done + " of " + total + " images");
            due = clock.getAsLong() + PAUSE;
        }
    }

    @Override
    public void epoch(EpochReport report) {
        out.println(Words.epoch(report));
    }

    @Override
    public void note(String line) {
        out.println(line);
    }

    @Override
    public void close() {
        out.flush();
    }
}

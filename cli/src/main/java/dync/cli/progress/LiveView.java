package dync.cli.progress;

import dync.train.BatchReport;
import dync.train.EpochReport;
import dync.train.TrainingPlan;
import java.util.function.LongSupplier;

/** How a run stands, drawn again and again at the bottom of a terminal; what is done stays above as a line. */
final class LiveView implements ProgressView {
    private static final long PAUSE = 100_000_000;

    private final Screen screen;
    private final Panel panel;
    private final LongSupplier clock;
    private final Standing standing = new Standing();
    private long due;

    /** @param clock nanoseconds, as {@link System#nanoTime} */
    LiveView(Screen screen, Panel panel, LongSupplier clock) {
        this.screen = screen;
        this.panel = panel;
        this.clock = clock;
        this.due = clock.getAsLong();
    }

    @Override
    public synchronized void started(TrainingPlan plan) {
        screen.above(Words.plan(plan));
    }

    @Override
    public synchronized void batch(BatchReport report) {
        standing.batch(report);
        drawWhenDue();
    }

    @Override
    public synchronized void testing(int done, int total) {
        standing.testing(done, total);
        drawWhenDue();
    }

    @Override
    public synchronized void epoch(EpochReport report) {
        standing.epoch(report);
        screen.above(Words.epoch(report));
        draw();
    }

    /** May come from any thread. */
    @Override
    public synchronized void note(String line) {
        screen.above(line);
    }

    private void drawWhenDue() {
        if (clock.getAsLong() - due >= 0) {
            draw();
        }
    }

    private void draw() {
        screen.draw(panel.lines(standing, screen.columns()));
        due = clock.getAsLong() + PAUSE;
    }

    @Override
    public synchronized void close() {
        screen.clear();
    }
}

package dync.cli.progress;

import dync.train.BatchReport;
import dync.train.EpochReport;
import dync.train.TrainingPlan;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar for each epoch's training and one for its test; what is done stays above as a line. */
final class BarView implements ProgressView {
    private final PrintStream terminal;
    private final int columns;
    private Optional<ProgressBar> bar = Optional.empty();
    private BarLine line;
    private String task = "";
    private volatile Duration left = Duration.ZERO;

    BarView(PrintStream terminal, int columns) {
        this.terminal = terminal;
        this.columns = columns;
        this.line = new BarLine(terminal, columns);
    }

    @Override
    public void started(TrainingPlan plan) {
        above(Words.plan(plan));
    }

    @Override
    public void batch(BatchReport report) {
        left = report.left();
        show(Words.epochOf(report), report.batches())
                .setExtraMessage("  " + Words.batch(report))
                .stepTo(report.batch());
    }

    @Override
    public void testing(int done, int total) {
        show("testing", total).stepTo(done);
    }

    @Override
    public void epoch(EpochReport report) {
        above(Words.epoch(report));
    }

    @Override
    public void note(String line) {
        above(line);
    }

    @Override
    public void close() {
        if (bar.isPresent()) {
            bar.get().close();
            // a bar that ends before it was first drawn does not end its line
            line.close();
        }
        bar = Optional.empty();
        task = "";
    }

    private void above(String line) {
        close();
        terminal.println(BarLine.ERASE + line);
    }

    private ProgressBar show(String name, long max) {
        if (bar.isEmpty() || !task.equals(name)) {
            close();
            task = name;
            bar = Optional.of(build(name, max));
        }
        return bar.get();
    }

    private ProgressBar build(String name, long max) {
        line = new BarLine(terminal, columns);
        ProgressBarBuilder builder = ProgressBar.builder()
                .setTaskName(name)
                .setInitialMax(max)
                .setUpdateIntervalMillis(200)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setConsumer(line);
        // the trainer knows the time until the last epoch, the bar only that of its own end
        return name.equals("testing")
                ? builder.build()
                : builder.setEtaFunction(state -> Optional.of(left)).build();
    }
}

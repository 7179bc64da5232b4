package dync.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dync.train.BatchReport;
import dync.train.Position;
import dync.train.TrainingPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
    private static final TrainingPlan PLAN =
            new TrainingPlan("Ventral", 1_234_567, 6000, 188, 2, 22, 2, "cpu", Position.START);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void linesComeEveryTenSecondsHoweverManyBatches() {
        AtomicLong now = new AtomicLong(-5);
        try (ProgressView view = new LineView(stream, now::get)) {
            view.started(PLAN);
            for (int batch = 1; batch <= 100; batch++) {
                view.batch(report(batch));
                now.addAndGet(TimeUnit.MILLISECONDS.toNanos(300));
            }
        }

        assertThat(shown().lines()).hasSize(1 + 3);
        assertThat(shown()).doesNotContain("\r", "\033");
    }

    @Test
    void theFirstLineTellsWhatLiesAhead() {
        try (ProgressView view = ProgressView.lines(stream)) {
            view.started(PLAN);
        }

        assertThat(shown())
                .isEqualToNormalizingNewlines("Ventral: 1,234,567 parameters, 22 steps (2 until it answers), on cpu; "
                        + "6,000 images in 188 batches, 2 epochs\n");
    }

    @Test
    void aLineTellsLossAccuracySpeedAndTheTimeLeft() {
        try (ProgressView view = ProgressView.lines(stream)) {
            view.batch(report(47));
        }

        assertThat(shown())
                .isEqualToNormalizingNewlines(
                        "epoch 1/2  batch 47/188  loss 1.2346  accuracy 51.5 %  131 images/s  1:05 left\n");
    }

    private static BatchReport report(int batch) {
        return new BatchReport(1, 2, batch, 188, 1.5, 1.23456, 0.515, 0.002, 131.2, 0.012, Duration.ofSeconds(65));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package dync.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dync.train.BatchReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveViewTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger columns = new AtomicInteger(100);

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 83, 84, 100, 141, 200})
    void theLinesKeepToTheWidthOfTheTerminalAndLeaveNothingBehind(int wide) {
        columns.set(wide);
        try (ProgressView view = view()) {
            for (int batch = 1; batch <= 40; batch++) {
                view.batch(report(batch));
                now.addAndGet(200_000_000);
            }
            assertThat(shown(wide))
                    .first()
                    .asString()
                    .startsWith("epoch 1/2  ━")
                    .endsWith("40/188  1:05 left");
            assertThat(String.join("\n", shown(wide))).contains("loss 1.2346", "accuracy 51.5 %", "131 images/s");
            assertThat(shown(wide)).hasSize(wide < 84 ? 6 : 9);
        }

        assertThat(shown(wide)).containsExactly("");
    }

    @Test
    void aNoteStandsOnALineOfItsOwnAboveAllElse() {
        try (ProgressView view = view()) {
            view.batch(report(1));
            view.note("the disk is full");
            now.addAndGet(200_000_000);
            view.batch(report(2));
        }

        assertThat(shown(100)).containsExactly("the disk is full", "");
    }

    @Test
    void isDrawnAtMostTenTimesASecond() {
        try (ProgressView view = view()) {
            for (int batch = 1; batch <= 100; batch++) {
                view.batch(report(batch));
                now.addAndGet(10_000_000);
            }
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).split("131 images/s", -1))
                .hasSize(10 + 1);
    }

    @Test
    void whatIsDrawnIsReplacedInOnePieceSoThatNothingFlickers() {
        try (ProgressView view = view()) {
            view.batch(report(1));
            bytes.reset();
            now.addAndGet(200_000_000);
            view.batch(report(2));

            assertThat(bytes.toString(StandardCharsets.UTF_8))
                    .startsWith("\033[?2026h\r\033[8A")
                    .endsWith("\033[J\033[?2026l");
        }
    }

    @Test
    void aNarrowerWindowIsDrawnAnewFromWhereTheLinesBeginNow() {
        try (ProgressView view = view()) {
            view.batch(report(1));
            columns.set(60);
            bytes.reset();
            now.addAndGet(200_000_000);
            view.batch(report(2));

            // lines of up to 99 columns take two rows of 60
            assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\033[16A");
        }
    }

    @Test
    void testingHasABarOfItsOwn() {
        try (ProgressView view = view()) {
            view.testing(640, 10_000);

            assertThat(shown(100)).first().asString().startsWith("testing  ━").endsWith("640 of 10,000 images");
        }
    }

    @Test
    void curvesKeepTheirShapeHoweverLongTheyGet() {
        Curve curve = new Curve();
        for (int i = 0; i < 100_000; i++) {
            curve.add(i);
        }
        double[] values = curve.values();

        assertThat(values).hasSizeBetween(512, 1024).isSorted();
        assertThat(values[0]).isLessThan(200);
        assertThat(values[values.length - 1]).isGreaterThan(99_000);
    }

    @Test
    void plotsAndSparklinesGoFromTheLowestToTheHighest() {
        assertThat(Sparkline.of(new double[] {0, 0.5, 1, Double.NaN}, 0, 1)).isEqualTo("▁▅█ ");
        assertThat(Plot.of(new double[] {0, 1}, 0, 1, 2, 1)).containsExactly("⡠⠊");
        assertThat(Plot.of(new double[] {1, 1}, 0, 1, 3, 2)).containsExactly("⠉⠉⠉", "   ");
    }

    private ProgressView view() {
        return new LiveView(new Screen(stream, columns::get), new Panel(new Styled(true)), now::get);
    }

    private List<String> shown(int wide) {
        return new TerminalPicture(bytes.toString(StandardCharsets.UTF_8), wide).lines();
    }

    private static BatchReport report(int batch) {
        return new BatchReport(
                1, 2, batch, 188, 2.3 / Math.sqrt(batch), 1.23456, 0.515, 0.002, 131.2, 0.012, Duration.ofSeconds(65));
    }
}

package dync.lsp.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints how long completion takes in a long file; fails only where it would be felt at once. */
class CompletionTimeTest {
    private static final int ROUNDS = 160;
    private static final double FELT = 500;

    @Test
    void answersInALongFileBeforeTheNextKey() throws IOException {
        String example = Files.readString(Path.of("../examples/ventral.dyn"));
        StringBuilder text = new StringBuilder();
        while (text.toString().lines().count() < 1000) {
            text.append(example.replace("DyRCNNx4", "Model" + text.length())).append('\n');
        }
        int middle = text.indexOf("recurrent(recurrence", text.length() / 2) + "recurrent(".length();
        int unit = text.indexOf("time = 2 ms", text.length() / 2) + "time = 2 ".length();
        List<Double> names = new ArrayList<>();
        List<Double> units = new ArrayList<>();
        List<Double> signatures = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            // another text each time, as with a key
            String typed = text.substring(0, middle) + "x".repeat(i % 10 + 1) + text.substring(middle + 10);
            names.add(milliseconds(caret(typed, middle), false));
            signatures.add(milliseconds(caret(typed, middle), true));
            units.add(milliseconds(caret(text + " ".repeat(i), unit), false));
        }
        System.out.printf(
                "completion in 1000 lines: names %.1f ms, units %.1f ms, signatures %.1f ms (median of the last %d, load %.1f)%n",
                median(names),
                median(units),
                median(signatures),
                ROUNDS / 2,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertThat(median(names)).isLessThan(FELT);
    }

    private static Caret caret(String text, int at) {
        return Caret.in(text.substring(0, at) + Caret.MARK + text.substring(at));
    }

    private static double milliseconds(Caret caret, boolean signature) {
        long start = System.nanoTime();
        if (signature) {
            assertThat(Signatures.of(caret.snapshot(), caret.offset())).isPresent();
        } else {
            assertThat(Completions.of(caret.snapshot(), caret.offset()).getItems())
                    .isNotEmpty();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        List<Double> warm = new ArrayList<>(times.subList(times.size() / 2, times.size()));
        Collections.sort(warm);
        return warm.get(warm.size() / 2);
    }
}

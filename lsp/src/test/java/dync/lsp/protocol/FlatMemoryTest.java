package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Texts;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What is typed for hours must not pile up. {@code bench/lsp} shows the same over 10,000 edits of a longer text. */
class FlatMemoryTest {
    private static final int EDITS = 2_000;
    private static final int SETTLED = 500;
    private static final double MOST_GROWTH = 6e6;

    @Test
    void twoThousandEditsLeaveNothingBehind() {
        String text = Texts.manyModels(2);
        try (Typist typist = Typist.sitDown("memory:/flat.dyn")) {
            typist.write(text);
            double settled = 0;
            for (int edit = 1; edit <= EDITS; edit++) {
                if (edit % 50 == 0) {
                    typist.write(text);
                    typist.askEverything(text.length() / 2);
                } else {
                    typist.type(edit % 2 == 0 ? "model M" + edit + " {" : "}\n");
                }
                if (edit == SETTLED) {
                    settled = live();
                }
            }
            assertThat(live() - settled).isLessThan(MOST_GROWTH);
        }
    }

    private static double live() {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}

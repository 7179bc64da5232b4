package dync.bench;

import java.util.List;
import java.util.Locale;

/** Contenders that take turns, and the table of what they took. */
final class Rounds {
    private static final int WARM_UP = 2;

    private Rounds() {}

    /** Lets all take some steps each, in turn, and prints their medians; the contenders are closed. */
    static void run(String title, int steps, List<Contender> contenders) {
        try {
            for (int i = 0; i < WARM_UP + steps; i++) {
                boolean counts = i >= WARM_UP;
                contenders.forEach(contender -> contender.step(counts));
            }
            tell(title, steps, contenders);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private static void tell(String title, int steps, List<Contender> contenders) {
        System.out.printf("%n%s; medians of %d steps that took turns%n", title, steps);
        System.out.printf("%-22s %9s %9s %11s %9s%n", "", "s a step", "fastest", "to the first", "peak MB");
        double first = contenders.get(0).median();
        for (Contender contender : contenders) {
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %9.3f %9.3f %11.2f %9.0f%n",
                    contender.name(),
                    contender.median(),
                    contender.least(),
                    contender.median() / first,
                    contender.peak());
        }
    }
}

package dync.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What a training step is expected to take of memory, found out with parts of the batch, and what it takes at its peak
 * in a process of its own: {@code bench/memory}.
 */
public final class Memory {
    private static final List<Task> TASKS = List.of(
            Task.DYRCNN_X4,
            new Task("dyn.models.DyRCNNx8", 16, List.of("n_classes=10", "height=32", "width=32", "n_timesteps=20")),
            new Task("dyn.models.DyRCNNx2", 64, List.of("n_classes=10", "height=64", "width=64", "n_timesteps=10")),
            Task.CORNET_RT,
            new Task("dyn.models.AlexNet", 32, List.of("n_classes=10")));

    private Memory() {}

    public static void main(String[] arguments) throws IOException {
        System.out.printf("%-22s %6s %6s %12s %9s %6s%n", "", "", "batch", "expected MB", "taken MB", "ratio");
        for (Task task : TASKS) {
            for (String precision : List.of("fp32", "bf16")) {
                tell(task, precision);
            }
        }
    }

    private static void tell(Task task, String precision) throws IOException {
        double expected;
        try (Contender guess = task.contender("expected", "optimised", 0, precision)) {
            expected = guess.estimate();
        }
        try (Contender real = task.contender("taken", "optimised", 0, precision)) {
            real.step(false);
            real.step(false);
            double taken = real.peak();
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %6s %6d %12.0f %9.0f %6.2f%n",
                    task.model(),
                    precision,
                    task.batch(),
                    expected,
                    taken,
                    expected / taken);
        }
    }
}

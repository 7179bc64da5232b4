package dync.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Training steps of DyRCNNx4 and CORnet-RT under the reference plan and the optimised one, and of DyRCNNx4 written
 * plainly in PyTorch where a Python with torch is named: {@code bench/plans [STEPS] [PYTHON]}.
 */
public final class Plans {
    private static final int WARM_UP = 2;

    private record Task(String model, int batch, List<String> settings, Optional<String> peer) {}

    private static final List<Task> TASKS = List.of(
            new Task(
                    "dyn.models.DyRCNNx4",
                    32,
                    List.of("n_classes=10", "height=32", "width=32", "n_timesteps=20"),
                    Optional.of("bench/peer/dyrcnn_x4.py")),
            new Task("dyn.models.CORnetRT", 32, List.of("n_classes=10", "height=64", "width=64"), Optional.empty()));

    private Plans() {}

    public static void main(String[] arguments) throws IOException {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Optional<String> python = arguments.length > 1 ? Optional.of(arguments[1]) : Optional.empty();
        for (Task task : TASKS) {
            run(task, steps, python);
        }
    }

    private static void run(Task task, int steps, Optional<String> python) throws IOException {
        List<Contender> contenders = new ArrayList<>();
        try {
            contenders.add(ours(task, "reference", 0));
            contenders.add(ours(task, "optimised", 0));
            contenders.add(ours(task, "optimised", 16));
            if (python.isPresent() && task.peer().isPresent()) {
                contenders.add(new Contender(
                        "PyTorch", List.of(python.get(), task.peer().get(), String.valueOf(task.batch()))));
            }
            for (int i = 0; i < WARM_UP + steps; i++) {
                boolean counts = i >= WARM_UP;
                contenders.forEach(contender -> contender.step(counts));
            }
            tell(task, steps, contenders);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private static Contender ours(Task task, String plan, int tile) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Steps.class.getName(),
                task.model(),
                plan,
                String.valueOf(task.batch()),
                String.valueOf(tile)));
        command.addAll(task.settings());
        return new Contender(tile > 0 ? plan + ", in tiles" : plan, command);
    }

    private static void tell(Task task, int steps, List<Contender> contenders) {
        System.out.printf(
                "%n%s, batch %d, %s; medians of %d steps that took turns%n",
                task.model(), task.batch(), String.join(", ", task.settings()), steps);
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

package dync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Augmented images a second from packed files, against PyTorch's DataLoader where a Python with torch and torchvision is
 * named, taking turns; then how long a training step of DyRCNNx4 waits for its batch: {@code bench/loader [PASSES] [PYTHON]}.
 */
public final class Loading {
    private static final int WARM_UP = 1;

    private Loading() {}

    public static void main(String[] arguments) throws IOException {
        int passes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Optional<String> python = arguments.length > 1 ? Optional.of(arguments[1]) : Optional.empty();
        Path folder = Files.createTempDirectory("dync-loading");
        try (LoadedSets sets = LoadedSets.make(folder)) {
            System.out.printf("%-34s %12s %12s %8s%n", "images a second, augmented", "dync", "PyTorch", "ratio");
            for (LoadingTask task : LoadingTask.values()) {
                compare(task, sets, passes, python);
            }
        }
        System.out.println();
        DataWait.tell(20);
    }

    private static void compare(LoadingTask task, LoadedSets sets, int passes, Optional<String> python)
            throws IOException {
        List<Contender> contenders = new ArrayList<>();
        try {
            contenders.add(new Contender(
                    "dync",
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoadingPasses.class.getName(),
                            task.name(),
                            sets.packed(task).toString())));
            if (python.isPresent()) {
                contenders.add(new Contender(
                        "PyTorch",
                        List.of(
                                python.get(),
                                "bench/peer/loading.py",
                                task.peer(),
                                sets.peer(task).toString(),
                                String.valueOf(LoadingTask.BATCH))));
            }
            for (int i = 0; i < WARM_UP + passes; i++) {
                boolean counts = i >= WARM_UP;
                contenders.forEach(contender -> contender.step(counts));
            }
            tell(task, contenders);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private static void tell(LoadingTask task, List<Contender> contenders) {
        double ours = task.images() / contenders.get(0).median();
        if (contenders.size() == 1) {
            System.out.printf(Locale.ROOT, "%-34s %12.0f%n", task.title(), ours);
            return;
        }
        double peer = task.images() / contenders.get(1).median();
        System.out.printf(Locale.ROOT, "%-34s %12.0f %12.0f %8.1f%n", task.title(), ours, peer, ours / peer);
    }
}

package dync.train;

import dync.experiment.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts this project in a process of its own, to be killed or starved of disk. */
final class Crash {
    private Crash() {}

    /**
     * Starts a main class with this class path.
     *
     * @param before a shell command to run first, for example a limit
     */
    static Process start(String before, Class<?> main, Path output, String... arguments) throws java.io.IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> java = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                path,
                                main.getName()),
                        Stream.of(arguments))
                .toList();
        List<String> command = Stream.concat(Stream.of("bash", "-c", before + " exec \"$@\"", "bash"), java.stream())
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    static void waitFor(Process process) throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the process does not end");
        }
    }

    /** Trains on and on, with a checkpoint after every batch: arguments are the folder of all runs and "new" or "on". */
    static final class Training {
        private Training() {}

        public static void main(String[] arguments) {
            Path runs = Path.of(arguments[0]);
            boolean resume = arguments[1].equals("on");
            Experiment experiment = Runs.experiment()
                    .with("training.epochs", 100_000)
                    .with("training.checkpoint_every", 1)
                    .with("data.test_limit", 20);
            RunFolder folder = resume ? RunFolder.open(runs.resolve("tiny")) : Runs.folder(runs, experiment);
            Runs.Ear ear = new Runs.Ear() {
                @Override
                public void note(String line) {
                    System.out.println("note: " + line);
                }
            };
            ear.onBatch = report -> System.out.println("batch " + report.batch());
            try (TinyNet net = new TinyNet()) {
                Trainer trainer = new Trainer(net, Runs.SHAPES, folder, ear);
                if (resume) {
                    trainer.resume();
                } else {
                    trainer.begin();
                }
            } catch (dync.runtime.UserError e) {
                System.out.println("error: " + e.getMessage());
                System.exit(1);
            }
        }
    }
}

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

    /** Trains to the end, under policies that have much to remember: the folder of all runs, "new" or "on", the epochs. */
    static final class Finite {
        private Finite() {}

        static Experiment experiment(String epochs) {
            return Runs.experiment()
                    .with("training.epochs", epochs)
                    .with("training.checkpoint_every", 2)
                    .with("training.accumulate", 3)
                    .with("training.optimizer", "{kind: nadam, learning_rate: 1e-3}")
                    .with("training.warmup", "{length: 5, per: update}")
                    .with("training.schedule", "{kind: plateau, patience: 0, factor: 0.7}")
                    .with("training.groups", "[{match: \"V2.*\", rate: 0.5}]")
                    .with("training.keep", "{best: 2, every: 5}")
                    .with("data.validation_limit", 20);
        }

        public static void main(String[] arguments) {
            System.out.println("up");
            Path runs = Path.of(arguments[0]);
            boolean resume = arguments[1].equals("on");
            RunFolder folder =
                    resume ? RunFolder.open(runs.resolve("tiny")) : Runs.folder(runs, experiment(arguments[2]));
            Runs.Ear ear = new Runs.Ear();
            ear.onBatch = report -> System.out.println("batch " + report.batch());
            try (TinyNet net = new TinyNet()) {
                Trainer trainer = new Trainer(net, Runs.SHAPES, folder, ear);
                System.out.println("end " + (resume ? trainer.resume() : trainer.begin()).position());
            }
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
                    .with("data.validation_limit", 20);
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

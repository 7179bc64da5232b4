package dync.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that is trained in a benchmark.
 *
 * @param settings of the model, as name=value
 */
record Task(String model, int batch, List<String> settings) {
    static final Task DYRCNN_X4 =
            new Task("dyn.models.DyRCNNx4", 32, List.of("n_classes=10", "height=32", "width=32", "n_timesteps=20"));
    static final Task CORNET_RT = new Task("dyn.models.CORnetRT", 32, List.of("n_classes=10", "height=64", "width=64"));

    /** A system property: whether steps are counted in processor time. */
    static final String PROCESSOR_TIME = "dync.bench.processor";

    String title() {
        return model + ", batch " + batch + ", " + String.join(", ", settings);
    }

    /**
     * A process that trains it.
     *
     * @param tile how many steps may run as one, 0 for what the model chooses
     */
    Contender contender(String name, String plan, int tile, String precision) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-D" + PROCESSOR_TIME + "=" + Boolean.getBoolean(PROCESSOR_TIME),
                Steps.class.getName(),
                model,
                plan,
                String.valueOf(batch),
                String.valueOf(tile),
                precision));
        command.addAll(settings);
        return new Contender(name, command);
    }
}

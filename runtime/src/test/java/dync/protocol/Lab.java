package dync.protocol;

import dync.data.Dataset;
import dync.data.synthetic.Shapes;
import dync.experiment.Experiment;
import dync.experiment.ProtocolSettings;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.TensorFile;
import dync.runtime.weights.Weights;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import dync.train.TrainedWeights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Tests of {@link Sketch} on a few shapes, for tests. */
final class Lab implements ProtocolListener {
    static final Dataset SHAPES = new Shapes(1, 16, 16, 40, 50, 3);

    final List<String> notes = new ArrayList<>();
    Experiment base = Experiment.standard()
            .with("device", "cpu")
            .with("threads", 1)
            .with("testing.batch", 8)
            .with("data.test_limit", 20);
    Map<String, String> changes = Map.of();
    BooleanSupplier stop = () -> false;
    Runnable onBatch = () -> {};
    private final Path folder;
    private final Path weights;

    Lab(Path folder) {
        this.folder = folder;
        this.weights = folder.resolve("weights.safetensors");
        try (Sketch net = new Sketch(0, false, false)) {
            net.initialise(7);
            Weights.save(net, weights, Map.of());
        }
    }

    Path weights() {
        return weights;
    }

    static Protocol protocol(String yaml) {
        Settings<ProtocolSettings> settings = Settings.of(ProtocolSettings.class);
        return new Protocol(
                "mine",
                false,
                settings.read(List.of(settings.layer(SettingsSource.value("protocol", yaml))))
                        .value());
    }

    ProtocolResult run(Protocol protocol) {
        return planned(protocol).run(TestFolder.below(folder, protocol.name()), stop);
    }

    ProtocolTest planned(Protocol protocol) {
        return new ProtocolTest(
                base, protocol, changes, Sketch.SOURCE, TrainedWeights.of(weights), data -> SHAPES, this);
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }

    @Override
    public void shown(long done, long all) {
        onBatch.run();
    }

    /** The rows of the table of answers, by column. */
    static List<Map<String, String>> answers(Path test) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(test.resolve("answers.csv.gz")))) {
            return rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<Map<String, String>> rows(String text) {
        List<String> lines = text.lines().toList();
        List<String> columns = List.of(lines.get(0).split(","));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            List<String> values = List.of(line.split(",", -1));
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The files with responses of a condition, in their order. */
    static List<Path> chunks(Path test, int condition) throws IOException {
        try (Stream<Path> files = Files.list(test)) {
            return files.filter(file ->
                            file.getFileName().toString().startsWith(String.format("responses-%03d-", condition)))
                    .sorted()
                    .toList();
        }
    }

    /** Images in the files of a condition. */
    static long images(Path test, int condition) throws IOException {
        long images = 0;
        for (Path chunk : chunks(test, condition)) {
            try (TensorFile file = Safetensors.open(chunk)) {
                images += file.tensors().get("sample").shape().get(0);
            }
        }
        return images;
    }
}

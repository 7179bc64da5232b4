package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dync.Dyn;
import dync.compiler.diagnostic.Diagnostic;
import dync.data.synthetic.Shapes;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.device.Threads;
import dync.train.BatchReport;
import dync.train.RunFolder;
import dync.train.Trainer;
import dync.train.TrainingListener;
import dync.train.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file in {@code examples/} says what it is, has no mistake and no warning, and learns. */
class ExamplesTest {
    private static final int BATCHES = 2;
    private static final int IMAGES = 4;

    @TempDir
    private Path folder;

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Models.ROOT.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".dyn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_trains_two_batches(Path file) throws IOException {
        assertThat(Files.readString(file)).startsWith("/// ");
        Dyn dyn = Dyn.compile(file).set("height", "32").set("width", "32");
        dyn.compiled();
        assertThat(dyn.diagnostics()).extracting(Diagnostic::message).isEmpty();
        Threads.use(1);
        try (DynModel model = dyn.load()) {
            List<BatchReport> batches = train(model);
            assertThat(batches).hasSize(BATCHES).allMatch(batch -> Double.isFinite(batch.loss()));
        }
    }

    @ParameterizedTest
    @CsvSource({"simple_rcnn, 30", "adaptive_rcnn, 35", "custom_rcnn, 45", "two_streams, 45"})
    void an_example_fits_a_page(String name, int lines) throws IOException {
        assertThat(Files.readAllLines(Models.ROOT.resolve("examples/" + name + ".dyn")))
                .hasSizeLessThan(lines);
    }

    @Test
    void the_reference_names_and_short_aliases_set_the_custom_model() {
        Dyn custom = Dyn.compile(Models.ROOT.resolve("examples/custom_rcnn.dyn"))
                .set("height", "32")
                .set("width", "32")
                .set("tff", "2 ms")
                .set("trc", "3 ms")
                .set("rctype", "self")
                .set("solver", "euler")
                .set("bias", "false")
                .set("use_skip_connections", "false")
                .set("use_feedback_connections", "false");
        try (DynModel model = custom.load()) {
            assertThat(model.weights().keySet())
                    .contains("V1.recurrent.weight", "V3.batchnorm.running_mean", "classifier.linear.bias")
                    .noneMatch(
                            name -> name.contains("skip") || name.contains("feedback") || name.equals("V1.conv.bias"));
            // three areas, each a step on, and a delay of 2 steps between each and the next
            ModelInfo.Readout readout = model.info().readouts().get(0);
            assertThat(readout.firstStep()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 32, 45, 224})
    void the_custom_model_takes_images_of_any_size(int size) {
        Dyn custom = Dyn.compile(Models.ROOT.resolve("examples/custom_rcnn.dyn"))
                .set("height", size + "")
                .set("width", size + "");
        custom.compiled();
        assertThat(custom.diagnostics()).isEmpty();
    }

    private List<BatchReport> train(DynModel model) {
        Experiment experiment = Experiment.standard()
                .with("training.epochs", 1)
                .with("training.batch", IMAGES)
                .with("data.train_limit", BATCHES * IMAGES)
                .with("data.validation_limit", IMAGES)
                .with("presentation.steps", 12)
                .with("device", "cpu")
                .with("threads", 1)
                .with("training.readout", model.info().readouts().get(0).name());
        RunFolder run = RunFolder.create(folder, "example", experiment);
        List<BatchReport> batches = new ArrayList<>();
        TrainingOutcome outcome = new Trainer(model, Shapes.standard(), run, new TrainingListener() {
                    @Override
                    public void batch(BatchReport report) {
                        batches.add(report);
                    }
                })
                .begin();
        assertThat(outcome.finished()).isTrue();
        return batches;
    }
}

package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dync.Dyn;
import dync.compiler.CompiledModel;
import dync.data.synthetic.Shapes;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.device.Threads;
import dync.train.EpochReport;
import dync.train.RunFolder;
import dync.train.Trainer;
import dync.train.TrainingListener;
import dync.train.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of {@code docs/java.md} runs, and the page shows it as it is. */
class FromJavaTest {
    private static final Path SIMPLE = Models.ROOT.resolve("examples/simple_rcnn.dyn");
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    @TempDir
    private Path folder;

    @Test
    void an_area_answers_after_the_one_that_drives_it_and_later_the_longer_its_time_constant() {
        try (PointerScope scope = new PointerScope()) {
            torch.manual_seed(1);
            Tensor images = torch.rand(4, 3, 32, 32);
            Map<String, Double> fast = latencies(images, "4 ms");
            Map<String, Double> slow = latencies(images, "16 ms");
            assertThat(fast).containsOnlyKeys("V1", "V2");
            assertThat(fast.get("V1")).isLessThan(fast.get("V2"));
            assertThat(fast.get("V1")).isLessThan(slow.get("V1"));
            assertThat(fast.get("V2")).isLessThan(slow.get("V2"));
        }
    }

    private static Map<String, Double> latencies(Tensor images, String tau) {
        try (DynModel model =
                Dyn.compile(SIMPLE).model("SimpleRCNN").set("tau", tau).load()) {
            model.initialise(1);
            return ResponseLatency.of(model, images, 30);
        }
    }

    @Test
    void the_model_of_a_run_has_what_it_learned() throws IOException {
        Threads.use(1);
        CompiledModel compiled = Dyn.compile(SIMPLE).set("tau", "6 ms").compiled();
        Experiment experiment = Experiment.standard()
                .with("model", "simple_rcnn.dyn")
                .with("set.tau", "6 ms")
                .with("training.epochs", 1)
                .with("training.batch", 4)
                .with("data.train_limit", 4)
                .with("data.validation_limit", 4)
                .with("presentation.steps", 4)
                .with("device", "cpu")
                .with("threads", 1);
        RunFolder run = RunFolder.create(folder, "simple", experiment);
        run.keep("simple_rcnn.dyn", Files.readString(SIMPLE));
        try (PointerScope scope = new PointerScope();
                DynModel model = Dyn.load(compiled)) {
            new Trainer(model, Shapes.standard(), run, new TrainingListener() {}).begin();
            try (DynModel again = ResponseLatency.trained(run.path())) {
                model.weights().forEach((name, weight) -> assertThat(
                                again.weights().get(name).tensor().equal(weight.tensor()))
                        .as(name)
                        .isTrue());
            }
        }
    }

    @Test
    void a_program_trains_on_its_own_stimuli() {
        Threads.use(1);
        try (DynModel model = Dyn.compile(SIMPLE)
                .set("channels", "1")
                .set("height", "16")
                .set("width", "16")
                .set("n_classes", "2")
                .load()) {
            TrainingOutcome outcome = TrainingFromJava.train(model, folder);
            EpochReport last = outcome.lastEpoch().orElseThrow();
            assertThat(last.test().images()).isEqualTo(16);
            assertThat(last.test().accuracy().overall()).isGreaterThan(0.9);
        }
    }

    @Test
    void the_page_shows_the_program() throws IOException {
        Path programs = Models.ROOT.resolve("examples/src/test/java/dync/examples");
        String program = plain(Files.readString(programs.resolve("ResponseLatency.java"))
                + Files.readString(programs.resolve("TrainingFromJava.java")));
        List<String> blocks = BLOCK.matcher(Files.readString(Models.ROOT.resolve("docs/java.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).hasSizeGreaterThan(1).allSatisfy(block -> assertThat(program)
                .contains(plain(block)));
    }

    private static String plain(String code) {
        return Arrays.stream(code.split("\n")).map(String::strip).collect(Collectors.joining("\n"));
    }
}

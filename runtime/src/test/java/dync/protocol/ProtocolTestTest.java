package dync.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Split;
import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.data.load.LoaderSettings;
import dync.data.load.Pass;
import dync.response.RecordSettings;
import dync.runtime.BadFile;
import dync.runtime.NoGrad;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.TensorFile;
import dync.runtime.weights.Weights;
import dync.settings.BadSettings;
import dync.settings.DataSize;
import dync.stimulus.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolTestTest extends ScopedTest {
    private static final String THREE = "{presentation: {steps: 9}, vary: {presentation.contrast: [0, 0.5, 1]}}";

    @TempDir
    private Path folder;

    @Test
    void responsesAreThoseOfTheModelToTheLastBit() throws IOException {
        Lab lab = new Lab(folder);
        // libtorch rounds otherwise for batches of other sizes
        lab.base = lab.base.with("testing.record.reduce", "full").with("testing.batch", 20);
        ProtocolResult result = lab.run(Lab.protocol("{}"));

        assertThat(result.complete()).isTrue();
        Loader loader =
                new Loader(Lab.SHAPES, Split.TEST, LoaderSettings.inTurn(20).limitedTo(20));
        try (Sketch net = new Sketch(0, false, false);
                NoGrad off = NoGrad.begin();
                Pass pass = loader.pass(0, 0);
                TensorFile file =
                        Safetensors.open(Lab.chunks(result.folder(), 0).get(0))) {
            Weights.load(net, lab.weights());
            net.eval();
            Batch batch = pass.next();
            // one step of latency prolongs the six of the model, and shows a blank at its end
            Schedule schedule = lab.base.presentation().schedule(6, 2, 1, new Random(0));
            try (Responses direct = net.forward(schedule.stimulus(batch.images(), 0), Recording.all())) {
                for (String area : List.of("V1", "V2", "never")) {
                    assertThat(Tensors.values(file.read(area)))
                            .as(area)
                            .containsExactly(Tensors.values(direct.response(area)));
                    assertThat(Tensors.values(file.read("present/" + area)))
                            .containsExactly(numbers(direct.present(area)));
                }
                assertThat(Tensors.values(file.read("classifier")))
                        .containsExactly(Tensors.values(direct.answer("classifier")));
            }
            assertThat(file.tensors().get("V1").shape()).containsExactly(20L, 7L, 6L, 8L, 8L);
            assertThat(file.metadata()).containsEntry("protocol", "mine").containsEntry("step_ms", "2");
        }
    }

    private static double[] numbers(boolean[] flags) {
        double[] numbers = new double[flags.length];
        for (int i = 0; i < flags.length; i++) {
            numbers[i] = flags[i] ? 1 : 0;
        }
        return numbers;
    }

    @Test
    void tablesAndFilesHoldTheSameImagesInTheSameOrder() throws IOException {
        ProtocolResult result = new Lab(folder).run(Lab.protocol(THREE));

        assertThat(result.conditions()).hasSize(3);
        assertThat(TestFolder.incomplete(result.folder())).isEmpty();
        List<Map<String, String>> rows = Lab.answers(result.folder());
        assertThat(rows).hasSize(3 * 20 * 10);
        for (int condition = 0; condition < 3; condition++) {
            String number = Integer.toString(condition);
            List<Map<String, String>> own = rows.stream()
                    .filter(row -> row.get("condition").equals(number))
                    .toList();
            assertThat(Lab.images(result.folder(), condition)).isEqualTo(20);
            try (TensorFile file =
                    Safetensors.open(Lab.chunks(result.folder(), condition).get(0))) {
                double[] samples = Tensors.values(file.read("sample"));
                double[] answers = Tensors.values(file.read("classifier"));
                for (int i = 0; i < 20; i++) {
                    Map<String, String> row = own.get(i * 10 + 4);
                    int sample = (int) samples[i];
                    assertThat(row)
                            .containsEntry("sample", Integer.toString(sample))
                            .containsEntry("ms", "8");
                    assertThat(row)
                            .containsEntry(
                                    "label",
                                    Integer.toString(
                                            Lab.SHAPES.images(Split.TEST).label(sample)));
                    assertThat(row).containsEntry("guess", Integer.toString(best(answers, (i * 10 + 4) * 10)));
                }
            }
            assertThat(own.stream().map(row -> row.get("presentation.contrast")).collect(Collectors.toSet()))
                    .containsExactly(List.of("0", "0.5", "1").get(condition));
        }
        // nothing has reached the readout at the first step: no guess, and no answer that counts
        assertThat(rows.get(0)).containsEntry("guess", "").containsEntry("asked", "0");
        assertThat(rows.get(1)).containsEntry("asked", "1");
    }

    private static int best(double[] values, int from) {
        int best = 0;
        for (int i = 1; i < 10; i++) {
            best = values[from + i] > values[from + best] ? i : best;
        }
        return best;
    }

    @Test
    void summariesCountWhatTheTableSays() throws IOException {
        ProtocolResult result = new Lab(folder).run(Lab.protocol(THREE));

        List<Map<String, String>> rows = Lab.answers(result.folder());
        List<Map<String, String>> summary =
                Lab.rows(Files.readString(result.folder().resolve("summary.csv")));
        assertThat(summary).hasSize(3 * 10);
        for (Map<String, String> one : summary) {
            List<Map<String, String>> own = rows.stream()
                    .filter(row -> row.get("condition").equals(one.get("condition")))
                    .filter(row -> row.get("step").equals(one.get("step")))
                    .toList();
            long right = own.stream()
                    .filter(row -> row.get("guess").equals(row.get("label")))
                    .count();
            boolean present = !own.get(0).get("guess").isEmpty();
            assertThat(one.get("accuracy_asked_or_not")).isEqualTo(present ? Numbers.text(right / 20.0) : "");
            assertThat(one.get("asked"))
                    .isEqualTo(Long.toString(own.stream()
                            .filter(row -> row.get("asked").equals("1"))
                            .count()));
        }
        // without contrast all images look the same, and so are all answers
        assertThat(rows.stream()
                        .filter(row -> row.get("condition").equals("0")
                                && row.get("step").equals("5"))
                        .map(row -> row.get("guess"))
                        .distinct())
                .hasSize(1);
        List<Map<String, String>> activity =
                Lab.rows(Files.readString(result.folder().resolve("activity.csv")));
        assertThat(activity).hasSize(3 * 3 * 10);
        assertThat(activity.stream().filter(row -> row.get("area").equals("never")))
                .allMatch(row -> row.get("mean").isEmpty());
    }

    @Test
    void imagesComeInTurnOfTheirClasses() throws IOException {
        Lab lab = new Lab(folder);
        lab.base = lab.base.with("data.test_limit", 10);
        List<Map<String, String>> rows = Lab.answers(lab.run(Lab.protocol("{}")).folder());
        assertThat(rows.stream().map(row -> row.get("label")).distinct()).hasSize(10);
    }

    @Test
    void aVariantGetsTheWeightsThatItHas() {
        Lab lab = new Lab(folder);
        ProtocolResult result = lab.run(Lab.protocol("{vary: {set.feedforward_only: [false, true]}}"));

        assertThat(result.complete()).isTrue();
        assertThat(lab.notes).containsExactly("not in this variant of the model: V1.recurrent.weight");
        double[] full = result.conditions().get(0).activity().get("V1");
        double[] feedforward = result.conditions().get(1).activity().get("V1");
        // recurrence acts from the second step on
        assertThat(feedforward[0]).isEqualTo(full[0]);
        assertThat(feedforward[1]).isNotEqualTo(full[1]);
        assertThat(feedforward[1]).isEqualTo(feedforward[0]);
    }

    @Test
    void aVariantWithWeightsThatWereNeverTrainedIsRefused() {
        Lab lab = new Lab(folder);
        lab.changes = Map.of("set.deeper", "true");
        assertThatThrownBy(() -> lab.run(Lab.protocol("{}")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("'V3.conv.weight' is missing");
        assertThat(TestFolder.incomplete(folder.resolve("tests/mine")).orElseThrow())
                .contains("failed after 0 images", "the model has weights that were not trained");
    }

    @Test
    void parametersAreSetOnceWhateverTheirName() {
        Lab lab = new Lab(folder);
        lab.base = lab.base.with("set.idle_timesteps", "1");
        ProtocolTest test = lab.planned(Lab.protocol("{set: {idle: 3}, vary: {set.idle: [3, 4]}}"));
        assertThat(test.conditions().get(1).experiment().set()).containsExactly(Map.entry("idle_timesteps", "4"));
    }

    @Test
    void theCommandLineCountsMoreThanTheProtocolButNotThanWhatItVaries() {
        Lab lab = new Lab(folder);
        lab.changes = Map.of("presentation.steps", "4");
        assertThat(lab.planned(Lab.protocol(THREE)).conditions())
                .allSatisfy(one ->
                        assertThat(one.experiment().presentation().steps()).hasToString("4 steps"));
        lab.changes = Map.of("presentation.contrast", "0.3");
        assertThatThrownBy(() -> lab.planned(Lab.protocol(THREE)))
                .isInstanceOf(UserError.class)
                .hasMessage("presentation.contrast is what the protocol 'mine' varies");
    }

    @Test
    void whatAProtocolNamesHasToBeThere() {
        Lab lab = new Lab(folder);
        assertThatThrownBy(() -> lab.planned(Lab.protocol("{set: {idel: 3}}")))
                .isInstanceOf(UserError.class)
                .hasMessage("the model has no parameter 'idel'");
        assertThatThrownBy(() -> lab.planned(Lab.protocol("{vary: {presentation.contrats: [1, 2]}}")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("contrats");
        assertThatThrownBy(() -> Lab.protocol("{presentation: {stepz: 3}}"))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("there is no setting 'stepz' in presentation")
                .hasMessageContaining("steps");
        // one that comes with dync is for many models
        Protocol shipped =
                new Protocol("theirs", true, Lab.protocol("{set: {other: 3}}").settings());
        assertThat(lab.planned(shipped).conditions()).hasSize(1);
        assertThat(lab.notes).containsExactly("the model has no parameter for this part of the protocol: other: 3");
    }

    @Test
    void recordingsNameAreasThatThereAre() {
        Lab lab = new Lab(folder);
        lab.changes = Map.of("testing.record.areas", "[V3]");
        assertThatThrownBy(() -> lab.run(Lab.protocol("{}")))
                .isInstanceOf(UserError.class)
                .hasMessage("Sketch has no area or probe 'V3' to record");
    }

    @Test
    void memoryStaysBelowItsLimit() throws IOException {
        Lab lab = new Lab(folder);
        // V1 alone is 6·8·8 numbers of four bytes at ten steps: 15 kB an image
        lab.base = lab.base.with("testing.record.reduce", "full").with("testing.memory", "200 kB");
        ProtocolResult result = lab.run(Lab.protocol("{presentation: {steps: 9}}"));

        assertThat(lab.notes).containsExactly("batches of 4 images, not 8, keep responses within 200 kB");
        List<Path> chunks = Lab.chunks(result.folder(), 0);
        assertThat(chunks).hasSize(5);
        for (Path chunk : chunks) {
            assertThat(Files.size(chunk)).isLessThan(100_000 + 2_000);
        }
        assertThat(Lab.images(result.folder(), 0)).isEqualTo(20);
        Set<Integer> seen = new HashSet<>();
        Lab.answers(result.folder()).forEach(row -> seen.add(Integer.parseInt(row.get("sample"))));
        assertThat(seen).hasSize(20);
    }

    @Test
    void anImageThatNeedsMoreThanThereIsIsRefused() {
        assertThatThrownBy(() -> MemoryPlan.of(DataSize.parse("1 MB"), 600_000, 100, 8))
                .isInstanceOf(UserError.class)
                .hasMessage("the responses of one image take 2 MB of memory, and testing.memory is 1 MB");
        MemoryPlan plan = MemoryPlan.of(DataSize.parse("512 MB"), 1_000_000, 500_000, 64);
        assertThat(plan).isEqualTo(new MemoryPlan(64, 128));
    }

    @Test
    void lessIsStoredInHalfPrecision() throws IOException {
        Lab lab = new Lab(folder);
        lab.changes = Map.of("testing.record.dtype", "float16", "testing.record.areas", "V2");
        ProtocolResult result = lab.run(Lab.protocol("{}"));
        try (TensorFile file = Safetensors.open(Lab.chunks(result.folder(), 0).get(0))) {
            assertThat(file.tensors().get("V2").dtype().name()).isEqualTo("F16");
            assertThat(file.tensors().get("classifier").dtype().name()).isEqualTo("F16");
            assertThat(file.tensors().keySet()).doesNotContain("V1");
        }
        assertThat(RecordSettings.Format.FLOAT16.bytes()).isEqualTo(2);
    }

    @Test
    void aTestThatIsStoppedKeepsWhatWasShownAndSaysSo() throws IOException {
        Lab lab = new Lab(folder);
        AtomicInteger batches = new AtomicInteger();
        lab.onBatch = batches::incrementAndGet;
        lab.stop = () -> batches.get() >= 4;
        ProtocolResult result = lab.run(Lab.protocol(THREE));

        assertThat(result.complete()).isFalse();
        assertThat(result.conditions()).extracting(ConditionResult::images).containsExactly(20, 8);
        assertThat(TestFolder.incomplete(result.folder()))
                .contains("stopped by request after 28 images of 2 of 3 conditions");
        assertThat(Lab.images(result.folder(), 0)).isEqualTo(20);
        assertThat(Lab.images(result.folder(), 1)).isEqualTo(8);
        assertThat(Lab.answers(result.folder())).hasSize(28 * 10);
    }

    @Test
    void aDiskThatTakesNoMoreLeavesFilesAndTableInAgreement() throws IOException {
        Lab lab = new Lab(folder);
        lab.base = lab.base.with("testing.record.reduce", "full").with("testing.memory", "200 kB");
        Path test = folder.resolve("tests/mine");
        // a file cannot take the place of a folder that holds something
        lab.onBatch = () -> block(test.resolve("responses-000-00002.safetensors"));
        assertThatThrownBy(() -> lab.run(Lab.protocol("{presentation: {steps: 9}}")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("responses-000-00002.safetensors");
        assertThat(TestFolder.incomplete(test).orElseThrow()).contains("responses-000-00002.safetensors");
        Files.delete(test.resolve("responses-000-00002.safetensors/in-the-way"));
        Files.delete(test.resolve("responses-000-00002.safetensors"));
        assertThat(Lab.answers(test)).hasSize((int) Lab.images(test, 0) * 10).isNotEmpty();
    }

    private static void block(Path file) {
        try {
            Files.createDirectories(file);
            Files.writeString(file.resolve("in-the-way"), "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void answersThatCannotBeWrittenTakeTheirResponsesWithThem() throws IOException {
        Lab lab = new Lab(folder);
        Path test = folder.resolve("tests/mine");
        lab.onBatch = () -> {
            try {
                Files.deleteIfExists(test.resolve("answers.csv.gz"));
                block(test.resolve("answers.csv.gz"));
            } catch (IOException blocked) {
                // it is there already
            }
        };
        assertThatThrownBy(() -> lab.run(Lab.protocol("{}"))).isInstanceOf(BadFile.class);
        assertThat(Lab.chunks(test, 0)).isEmpty();
        assertThat(TestFolder.incomplete(test)).isPresent();
    }

    @Test
    void aTestNeverWritesOverAnother() {
        Lab lab = new Lab(folder);
        assertThat(lab.run(Lab.protocol("{}")).folder()).isEqualTo(folder.resolve("tests/mine"));
        assertThat(lab.run(Lab.protocol("{}")).folder()).isEqualTo(folder.resolve("tests/mine-2"));
        assertThatThrownBy(() -> TestFolder.at(folder.resolve("tests/mine")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void theSameTestTwiceGivesTheSameBytes() throws IOException {
        Lab lab = new Lab(folder);
        String noisy = "{presentation: {steps: 5, noise: gaussian}}";
        Path one = lab.run(Lab.protocol(noisy)).folder();
        Path two = lab.run(Lab.protocol(noisy)).folder();
        for (String file : List.of("responses-000-00000.safetensors", "answers.csv.gz", "summary.csv")) {
            assertThat(two.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }
}

package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dync.Dyn;
import dync.compiler.plan.PlanKind;
import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.device.Threads;
import dync.runtime.weights.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The optimised plan, step by step and in tiles, answers what the reference plan answers, gradients and all. */
class PlansTest {
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> plans_agree() {
        return agree(1, 13);
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> plans_agree_on_many_models() {
        return agree(1000, 1600);
    }

    private Stream<DynamicTest> agree(long from, long to) {
        Threads.use(1);
        return LongStream.range(from, to).mapToObj(seed -> DynamicTest.dynamicTest("model " + seed, () -> agree(seed)));
    }

    private void agree(long seed) throws IOException {
        Path file = folder.resolve("random.dyn");
        String text = new RandomModel(seed).text();
        Files.writeString(file, text);
        try (DynModel reference = Dyn.compile(file).plan(PlanKind.REFERENCE).load();
                DynModel optimised = Dyn.compile(file).plan(PlanKind.OPTIMISED).load()) {
            for (boolean still : new boolean[] {true, false}) {
                for (boolean training : new boolean[] {true, false}) {
                    Map<String, double[]> expected = run(reference, 1, still, training);
                    for (int tile : new int[] {1, 2, 16}) {
                        Map<String, double[]> found = run(optimised, tile, still, training);
                        same(
                                found,
                                expected,
                                "tile %d, still %s, training %s of\n%s".formatted(tile, still, training, text));
                    }
                }
            }
        }
    }

    private static void same(Map<String, double[]> found, Map<String, double[]> expected, String what) {
        assertThat(found.keySet()).as(what).isEqualTo(expected.keySet());
        expected.forEach((name, values) ->
                assertThat(found.get(name)).as(name + " in " + what).containsExactly(values, Offset.offset(ROUNDING)));
    }

    /** All answers, responses, gradients and statistics by name. */
    private static Map<String, double[]> run(DynModel model, int tile, boolean still, boolean training) {
        Map<String, double[]> found = new LinkedHashMap<>();
        try (PointerScope scope = new PointerScope()) {
            // drawn in single precision each time, so that every run begins with the same weights and no gradient
            model.to(ScalarType.Float);
            model.initialise(7);
            model.to(ScalarType.Double);
            model.tile(tile);
            if (training) {
                model.train();
            } else {
                model.eval();
            }
            Stimulus stimulus =
                    still ? Stimulus.still(Models.waves(2, 2, 8, 8), 9) : Stimulus.of(Models.waves(2, 9, 2, 8, 8));
            try (Responses responses = model.forward(stimulus, Recording.all().withGradient())) {
                Tensor loss = null;
                for (String name : responses.answers()) {
                    Tensor answer = responses.answer(name);
                    found.put("answer " + name, Numbers.of(answer));
                    Tensor squares = answer.mul(answer).sum();
                    loss = loss == null ? squares : loss.add(squares);
                }
                model.info()
                        .areas()
                        .forEach(area -> found.put("area " + area.name(), Numbers.of(responses.response(area.name()))));
                loss.backward();
            }
            for (Weight weight : model.weights().values()) {
                Tensor gradient = weight.tensor().grad();
                found.put(
                        "gradient of " + weight.name(),
                        gradient.defined() ? Numbers.of(gradient) : new double[(int) weight.count()]);
                found.put("value of " + weight.name(), Numbers.of(weight.tensor()));
            }
        }
        return found;
    }
}

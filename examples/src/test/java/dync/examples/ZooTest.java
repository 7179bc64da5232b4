package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dync.Dyn;
import dync.compiler.library.Zoo;
import dync.compiler.model.Model;
import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.device.Threads;
import dync.runtime.weights.Weight;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every model of the library answers, and everything in it learns from a small batch. */
class ZooTest {
    private static final int CLASSES = 3;
    private static final Map<String, String> SMALL =
            Map.of("n_classes", "" + CLASSES, "height", "32", "width", "32", "idle_timesteps", "1");
    /** What a still image takes through the longest way, of areas with a step between them. */
    private static final int STEPS = 9;

    /** Images of 32 pixels vanish in them. */
    private static final Set<String> COARSE = Set.of("AlexNet");

    @TestFactory
    Stream<DynamicTest> every_model_runs_forwards_and_backwards() {
        Threads.use(1);
        return Zoo.entries().stream().map(entry -> DynamicTest.dynamicTest(entry.name(), () -> learns(entry)));
    }

    private static void learns(Zoo.Entry entry) {
        Dyn dyn = Dyn.compile(entry.dotted());
        int side = COARSE.contains(entry.name()) ? 64 : 32;
        boolean unfolds = false;
        for (Model.Parameter parameter : dyn.compiled().model().parameters()) {
            unfolds |= parameter.name().startsWith("t_");
            String value = parameter.name().equals("height") || parameter.name().equals("width")
                    ? String.valueOf(side)
                    : SMALL.get(parameter.name());
            if (value != null) {
                dyn = dyn.set(parameter.name(), value);
            }
        }
        int steps = unfolds ? STEPS : 1;
        try (PointerScope scope = new PointerScope();
                DynModel model = dyn.load()) {
            model.initialise(1);
            // two images: where one place is left of each, the statistics of a batch of one would be refused
            Stimulus still = Stimulus.still(torch.randn(2, 3, side, side), steps);
            try (Responses responses = model.forward(still, Recording.all().withGradient())) {
                Tensor answer = responses.answer("classifier");
                assertThat(answer.shape()).containsExactly(2, steps, CLASSES);
                assertThat(Numbers.of(answer)).doesNotContain(Double.NaN);
                torch.log_softmax(answer, 2).select(2, 0).sum().neg().backward();
            }
            assertThat(model.weights().values())
                    .filteredOn(Weight::trainable)
                    .allSatisfy(weight ->
                            assertThat(learned(weight)).as(weight.name()).isTrue());
        }
    }

    private static boolean learned(Weight weight) {
        Tensor gradient = weight.tensor().grad();
        return gradient.defined() && Arrays.stream(Numbers.of(gradient)).allMatch(Double::isFinite);
    }
}

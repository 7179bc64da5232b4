package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.Dyn;
import dync.DynException;
import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Primitives that a file declares for itself and a Java class computes. */
class OwnPrimitivesTest {
    private static final Path LAB = Models.ROOT.resolve("examples/src/test/dyn/lab.dyn");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"false, positive, 0.6, 2.7", "true, positive, 1.1, 3.2", "false, negative, -0.6, -2.7"})
    void a_method_takes_the_flow_the_weights_and_the_arguments(String offset, String mode, double left, double right) {
        try (PointerScope scope = new PointerScope();
                DynModel model = Dyn.compile(LAB)
                        .set("offset", offset)
                        .set("mode", '"' + mode + '"')
                        .load()) {
            model.initialise(1);
            model.to(ScalarType.Double);
            Tensor shown = Numbers.tensor(new long[] {1, 1, 1, 2}, new double[] {1.0, 0.3});
            try (Responses responses = model.forward(Stimulus.still(shown, 1), Recording.none())) {
                assertThat(Numbers.of(responses.answer("answer")))
                        .containsExactly(new double[] {left, right}, Offset.offset(1e-12));
                responses.answer("answer").sum().backward();
            }
            assertThat(
                            Numbers.of(model.weights()
                                    .get("dync.threshold.gain")
                                    .tensor()
                                    .grad())[0])
                    .isNotZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Filters.threshold, Filtres.threshold, there is no Java class dync.examples.lab.Filtres",
        "Filters.threshold, Filters.treshold, 'has no method public static Tensor treshold(Tensor, Tensor, Tensor, int'",
        "'(times, above, mode)', '(times, mode)', 'threshold(Tensor, Tensor, Tensor, int, String)'",
    })
    void what_is_missing_is_told_with_its_line_before_anything_runs(String right, String wrong, String message)
            throws IOException {
        Path file = folder.resolve("lab.dyn");
        Files.writeString(file, Files.readString(LAB).replace(right, wrong));
        assertThatThrownBy(() -> Dyn.compile(file).load())
                .isInstanceOf(DynException.class)
                .hasMessageContaining("lab.dyn:9:10: DYN0714")
                .hasMessageContaining(message);
    }

    @Test
    void classes_are_those_of_the_loader_that_is_given() {
        ClassLoader without = new ClassLoader(null) {};
        assertThatThrownBy(() -> Dyn.compile(LAB).classes(without).load())
                .isInstanceOf(DynException.class)
                .hasMessageContaining("there is no Java class dync.examples.lab.Filters");
    }
}

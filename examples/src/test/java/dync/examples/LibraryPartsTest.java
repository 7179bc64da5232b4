package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.Dyn;
import dync.compiler.plan.PlanKind;
import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.weights.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of the standard library, each in a small model under a still drive of ones. */
class LibraryPartsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @TempDir
    Path folder;

    @Test
    void a_blank_lets_a_bias_act_before_anything_has_arrived() {
        run("area First { emit(delay = 4 ms) } area A { blank spatialbias(init = 3) emit }", 1, model -> {
            assertThat(response(model, "A", 4)).containsExactly(3, 3, 4, 4);
        });
    }

    @Test
    void a_blank_stands_for_all_steps_that_run_as_one() throws IOException {
        String areas = """
                area First { conv(2) emit(delay = 4 ms) }
                area A { conv(2, bias = false) blank spatialbias(init = 3) emit(delay = 2 ms) }
                area B { blank conv(3) recurrent(local, delay = 2 ms, spread = 0.5) emit }
                """;
        Dyn compilation = Dyn.compile(written(areas, 2, 4));
        double[] expected = {};
        for (PlanKind plan : PlanKind.values()) {
            for (int tile : new int[] {1, 8}) {
                try (PointerScope scope = new PointerScope();
                        DynModel model = compilation.plan(plan).load()) {
                    model.initialise(1);
                    model.to(ScalarType.Double);
                    model.tile(tile);
                    double[] seen = response(model, "B", 8);
                    assertThat(seen).hasSize(8 * 3 * 16);
                    expected = expected.length == 0 ? seen : expected;
                    assertThat(seen).as("%s, tiles of %d", plan, tile).containsExactly(expected, EXACT);
                }
            }
        }
    }

    @Test
    void without_a_blank_absence_stays_absence() {
        run("area First { emit(delay = 4 ms) } area A { spatialbias(init = 3) emit }", 1, model -> {
            try (Responses responses = forward(model, 4)) {
                assertThat(responses.present("A")).containsExactly(false, false, true, true);
            }
        });
    }

    @Test
    void an_adapting_input_takes_off_what_has_been_shown() {
        run("area A = AdaptingInput(tau = 8 ms, strength = 0.5)", 1, model -> {
            double[] seen = response(model, "A", 60);
            assertThat(seen[0]).isCloseTo(1 - 0.5 * 0.25, EXACT);
            assertThat(seen[1]).isCloseTo(1 - 0.5 * (1 - 0.75 * 0.75), EXACT);
            assertThat(seen[59]).isCloseTo(0.5, within(1e-6));
        });
    }

    @Test
    void only_the_first_frame_is_seen_and_fades() {
        run("area A = FadingFirstFrame(step = 2 ms, keep = 0.5)", 1, model -> {
            double[] seen = response(model, "A", 4);
            for (int step = 0; step < 4; step++) {
                assertThat(seen[step]).isCloseTo(Math.pow(0.5, step), EXACT);
            }
        });
    }

    @Test
    void divisive_normalisation_divides_by_all_channels() {
        run("area A { divisivenorm(sigma = 3, n = 2) emit }", 2, model -> {
            assertThat(response(model, "A", 1)[0]).isCloseTo(1.0 / (9 + 1), EXACT);
        });
    }

    @Test
    void a_self_recurrence_can_be_fixed() {
        run("area A { recurrent(self, delay = 2 ms, bias = false, init = 0.5, trainable = false) emit }", 1, model -> {
            assertThat(response(model, "A", 3)).containsExactly(1, 1.5, 1.75);
            assertThat(model.weights().get("A.recurrent.weight").trainable()).isFalse();
        });
    }

    @Test
    void normalised_weights_keep_only_their_direction() {
        String steps = "depthwise(3, weight_norm = true) recurrent(local, delay = 2 ms, weight_norm = true) emit";
        run("area A { " + steps + " }", 4, model -> {
            double[] before = response(model, "A", 3);
            for (String name : new String[] {"A.depthwise.weight", "A.recurrent.sheetconv.weight"}) {
                Weight weight = model.weights().get(name);
                weight.assign(weight.tensor()
                        .mul(Models.waves(1).abs().add(weight.tensor().abs().sum())));
            }
            assertThat(response(model, "A", 3)).containsExactly(before, within(1e-9));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 16, 17, 64})
    void a_sheet_holds_any_number_of_channels(int channels) {
        String recurrent = "recurrent(localdepthwise, delay = 2 ms, kernel = 5, spread = 0.5)";
        run("area A { " + recurrent + " emit }", channels, model -> {
            assertThat(model.weights().get("A.recurrent.sheetconv.weight").shape())
                    .containsExactly(1, 1, 3, 3);
            assertThat(response(model, "A", 3)).hasSize(3 * channels * 36).doesNotContain(Double.NaN);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kaiming",
                "kaiming_out",
                "kaiming_uniform",
                "kaiming_out_uniform",
                "xavier",
                "xavier_normal",
                "pytorch",
                "orthogonal",
                "orthogonal(2)",
                "zeros",
                "ones",
                "constant(0.5)",
                "0.5",
                "uniform(0.1)",
                "uniform(-0.1, 0.2)",
                "normal(0.1)",
                "normal(1, 0.1)",
                "truncated_normal(0.1)"
            })
    void every_initialiser_starts_a_convolution(String init) {
        run("area A { conv(3, init = " + init + ") emit }", 2, model -> {
            assertThat(Numbers.of(model.weights().get("A.conv.weight").tensor()))
                    .doesNotContain(Double.NaN);
        });
    }

    /** An area A of one place for one channel, else of 6 by 6. */
    private void run(String areas, int channels, Consumer<DynModel> check) {
        int size = channels == 1 ? 1 : 6;
        if (areas.contains("local")) {
            size = 6;
        }
        try (PointerScope scope = new PointerScope();
                DynModel model = Dyn.compile(written(areas, channels, size)).load()) {
            model.initialise(1);
            model.to(ScalarType.Double);
            check.accept(model);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private Path written(String areas, int channels, int size) throws IOException {
        String text = "model Part() {\n    clock(step = 2 ms, steps = 8)\n    input(" + channels + ", " + size + ", "
                + size + ")\n    " + areas + "\n    readout x { flatten }\n}\n";
        return Files.writeString(folder.resolve("part.dyn"), text);
    }

    private static double[] response(DynModel model, String area, int steps) {
        try (Responses responses = forward(model, steps)) {
            return Numbers.of(responses.response(area));
        }
    }

    private static Responses forward(DynModel model, int steps) {
        var input = model.info().inputs().get(0);
        Tensor ones = torch.ones(
                new long[] {1, input.channels(), input.height(), input.width()}, new TensorOptions(ScalarType.Double));
        return model.forward(Stimulus.still(ones, steps), Recording.all());
    }
}

package dync.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** Every primitive against numbers worked out by hand or by plain loops over Java arrays. */
class OpsTest extends ScopedTest {
    private static final double[] SQUARE = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    @Test
    void conv_correlates_and_adds_the_bias() {
        Tensor y = Ops.conv(
                image(SQUARE), of(new long[] {1, 1, 2, 2}, 1, 2, 3, 4), of(new long[] {1}, 0.5), null, 1, 0, 1);
        // 1*1 + 2*2 + 4*3 + 5*4 = 37 and so on
        assertValues(y, new long[] {1, 1, 2, 2}, 37.5, 47.5, 67.5, 77.5);
    }

    @Test
    void conv_with_stride_padding_and_groups_is_the_plain_loop() {
        Tensor x = Tensors.waves(ScalarType.Double, 2, 4, 5, 6);
        Tensor weight = Tensors.waves(ScalarType.Double, 6, 2, 3, 3);
        Tensor bias = Tensors.waves(ScalarType.Double, 6);
        Tensor y = Ops.conv(x, weight, bias, null, 2, 1, 2);
        assertThat(y.shape()).containsExactly(2, 6, 3, 3);
        double[] input = Tensors.values(x);
        double[] filter = Tensors.values(weight);
        double[] result = Tensors.values(y);
        for (int at = 0; at < result.length; at++) {
            int n = at / 54;
            int out = at / 9 % 6;
            int row = at / 3 % 3;
            int column = at % 3;
            double sum = Math.sin(out + 1);
            for (int k = 0; k < 18; k++) {
                int channel = out / 3 * 2 + k / 9;
                int r = row * 2 - 1 + k / 3 % 3;
                int c = column * 2 - 1 + k % 3;
                if (r >= 0 && r < 5 && c >= 0 && c < 6) {
                    sum += input[((n * 4 + channel) * 5 + r) * 6 + c] * filter[out * 18 + k];
                }
            }
            assertThat(result[at]).isCloseTo(sum, within(1e-12));
        }
    }

    @Test
    void sheetconv_is_the_convolution_of_the_laid_out_sheet() {
        int channels = 6; // no square: tiles of 3 by 3, the last three features are channels 5, 4, 3
        Tensor x = Tensors.waves(ScalarType.Double, 2, channels, 3, 2);
        Tensor weight = Tensors.waves(ScalarType.Double, 1, 1, 3, 3);
        double[] input = Tensors.values(x);
        double[] filter = Tensors.values(weight);
        try (Sheets sheets = new Sheets()) {
            Tensor y = Ops.sheetconv(x, weight, of(new long[] {1}, 0.25), null, sheets);
            assertThat(y.shape()).containsExactly(2, channels, 3, 2);
            double[] result = Tensors.values(y);
            for (int at = 0; at < result.length; at++) {
                int n = at / 36;
                int c = at / 6 % channels;
                int row = at / 2 % 3 * 3 + mirrored(c / 3, at / 2 % 3);
                int column = at % 2 * 3 + mirrored(c % 3, at % 2);
                double sum = 0.25;
                for (int k = 0; k < 9; k++) {
                    sum += filter[k]
                            * onSheet(input, n, reflected(row + k / 3 - 1, 9), reflected(column + k % 3 - 1, 6));
                }
                assertThat(result[at]).isCloseTo(sum, within(1e-12));
            }
        }
    }

    private static double onSheet(double[] input, int n, int row, int column) {
        int feature = mirrored(row % 3, row / 3) * 3 + mirrored(column % 3, column / 3);
        int channel = new int[] {0, 1, 2, 3, 4, 5, 5, 4, 3}[feature];
        return input[((n * 6 + channel) * 3 + row / 3) * 2 + column / 3];
    }

    private static int mirrored(int within, int tile) {
        return tile % 2 == 0 ? within : 2 - within;
    }

    private static int reflected(int place, int length) {
        return place < 0 ? -place : place < length ? place : 2 * (length - 1) - place;
    }

    @Test
    void sheetconv_keeps_its_tables_and_gives_a_gradient() {
        Tensor x = Tensors.waves(ScalarType.Double, 1, 4, 2, 2).set_requires_grad(true);
        Tensor weight = of(new long[] {1, 1, 1, 1}, 3);
        try (Sheets sheets = new Sheets()) {
            Ops.sheetconv(x, weight, null, null, sheets).sum().backward();
            assertThat(sheets.of(x, 0)).isSameAs(sheets.of(x, 0));
        }
        assertThat(Tensors.values(x.grad())).containsOnly(3);
    }

    @Test
    void conv_with_length_takes_only_the_direction_of_each_filter() {
        Tensor weight = of(new long[] {2, 1, 1, 2}, 3, 4, 0, 5);
        Tensor length = of(new long[] {2, 1, 1, 1}, 10, 2);
        Tensor y = Ops.conv(of(new long[] {1, 1, 1, 2}, 1, 1), weight, null, length, 1, 0, 1);
        assertValues(y, new long[] {1, 2, 1, 1}, 14, 2); // 10 * (0.6 + 0.8), 2 * (0 + 1)
    }

    @Test
    void conv_transpose_stamps_a_filter_for_each_value() {
        Tensor x = of(new long[] {1, 1, 1, 2}, 1, 10);
        Tensor weight = of(new long[] {1, 1, 2, 2}, 1, 2, 3, 4);
        // apart: the stamps lie side by side; closer: they overlap and add up
        assertValues(Ops.conv_transpose(x, weight, null, 2, 0), new long[] {1, 1, 2, 4}, 1, 2, 10, 20, 3, 4, 30, 40);
        assertValues(Ops.conv_transpose(x, weight, null, 1, 0), new long[] {1, 1, 2, 3}, 1, 12, 20, 3, 34, 40);
    }

    @Test
    void conv_transpose_is_the_transpose_of_conv() {
        Tensor weight = Tensors.waves(ScalarType.Double, 3, 2, 4, 4);
        Tensor x = Tensors.waves(ScalarType.Double, 1, 2, 8, 10);
        Tensor y = Tensors.waves(ScalarType.Double, 1, 3, 4, 5);
        // <conv(x), y> = <x, conv_transpose(y)>
        double forth = Ops.conv(x, weight, null, null, 2, 1, 1).mul(y).sum().item_double();
        double back = Ops.conv_transpose(y, weight, null, 2, 1).mul(x).sum().item_double();
        assertThat(forth).isCloseTo(back, within(1e-12 * Math.abs(forth) + 1e-12));
    }

    @Test
    void depthwise_filters_each_channel_by_itself() {
        Tensor x = of(new long[] {1, 2, 1, 2}, 1, 2, 3, 4);
        Tensor weight = of(new long[] {2, 1, 1, 1}, 10, 100);
        assertValues(Ops.depthwise(x, weight, null, null, 1, 0), new long[] {1, 2, 1, 2}, 10, 20, 300, 400);
        assertValues(Ops.depthwise(x, weight, of(new long[] {2}, 1, 2), null, 2, 0), new long[] {1, 2, 1, 1}, 11, 302);
    }

    @Test
    void linear_multiplies_by_the_transposed_weight() {
        Tensor y = Ops.linear(
                of(new long[] {1, 3}, 1, 2, 3),
                of(new long[] {2, 3}, 1, 0, -1, 2, 2, 2),
                of(new long[] {2}, 10, 20),
                null);
        assertValues(y, new long[] {1, 2}, 8, 32);
        assertValues(Ops.linear(of(new long[] {1, 1}, 3), of(new long[] {1, 1}, 2), null, null), new long[] {1, 1}, 6);
    }

    @Test
    void maxpool_takes_the_largest_and_never_the_padding() {
        assertValues(Ops.maxpool(image(SQUARE), 2, 1, 0), new long[] {1, 1, 2, 2}, 5, 6, 8, 9);
        Tensor negative = Ops.neg(image(SQUARE));
        assertValues(Ops.maxpool(negative, 3, 2, 1), new long[] {1, 1, 2, 2}, -1, -2, -4, -5);
    }

    @Test
    void avgpool_is_the_mean_over_all_places() {
        assertValues(Ops.avgpool(image(SQUARE)), new long[] {1, 1, 1, 1}, 5);
    }

    @Test
    void meanpool_counts_the_padding_as_zeros() {
        assertValues(Ops.meanpool(image(SQUARE), 2, 1, 0), new long[] {1, 1, 2, 2}, 3, 4, 6, 7);
        assertValues(Ops.meanpool(image(SQUARE), 2, 2, 1), new long[] {1, 1, 2, 2}, 0.25, 1.25, 2.75, 7);
    }

    @Test
    void flatten_puts_channels_first_then_rows() {
        Tensor y = Ops.flatten(of(new long[] {2, 2, 1, 2}, 1, 2, 3, 4, 5, 6, 7, 8));
        assertValues(y, new long[] {2, 4}, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void resample_takes_the_place_at_floor_of_i_times_old_by_new() {
        for (int[] size : new int[][] {{2, 2}, {4, 7}, {1, 5}, {3, 4}, {9, 2}}) {
            Tensor y = Ops.resample(Tensors.waves(ScalarType.Double, 1, 1, 4, 5), size[0], size[1]);
            double[] expected = new double[size[0] * size[1]];
            for (int i = 0; i < expected.length; i++) {
                int row = i / size[1] * 4 / size[0];
                int column = i % size[1] * 5 / size[1];
                expected[i] = Math.sin(row * 5 + column + 1);
            }
            assertValues(y, new long[] {1, 1, size[0], size[1]}, expected);
        }
        Tensor same = image(SQUARE);
        assertThat(Ops.resample(same, 3, 3)).isSameAs(same);
    }

    @Test
    void activations_are_their_formulas() {
        assertFunction(Ops::relu, x -> Math.max(x, 0));
        assertFunction(Ops::sigmoid, x -> 1 / (1 + Math.exp(-x)));
        assertFunction(Ops::softplus, x -> Math.log1p(Math.exp(x)));
        assertFunction(x -> Ops.elu(x, 0.7), x -> x > 0 ? x : 0.7 * Math.expm1(x));
        assertFunction(x -> Ops.leakyrelu(x, 0.2), x -> x > 0 ? x : 0.2 * x);
        // x * Phi(x) at -1, 0, 1 and 2, Phi from a table of the normal distribution
        Tensor y = Ops.gelu(of(new long[] {4}, -1, 0, 1, 2));
        assertValues(y, new long[] {4}, -0.158655253931457, 0, 0.841344746068543, 1.954499736103642);
    }

    @Test
    void functions_are_those_of_the_language() {
        assertFunction(Ops::neg, x -> -x);
        assertFunction(Ops::abs, Math::abs);
        assertFunction(Ops::sign, Math::signum);
        assertFunction(Ops::exp, Math::exp);
        assertFunction(x -> Ops.log(Ops.add(Ops.abs(x), 1)), x -> Math.log(Math.abs(x) + 1));
        assertFunction(x -> Ops.sqrt(Ops.abs(x)), x -> Math.sqrt(Math.abs(x)));
        assertFunction(Ops::tanh, Math::tanh);
        assertFunction(Ops::sin, Math::sin);
        assertFunction(Ops::cos, Math::cos);
        assertFunction(Ops::floor, Math::floor);
        assertFunction(Ops::ceil, Math::ceil);
        assertFunction(Ops::round, Math::rint);
    }

    @Test
    void operators_take_tensors_and_numbers_on_either_side() {
        Tensor a = of(new long[] {3}, 1, -2, 5);
        Tensor b = of(new long[] {3}, 4, 2, -3);
        assertValues(Ops.add(a, b), new long[] {3}, 5, 0, 2);
        assertValues(Ops.add(a, 1), new long[] {3}, 2, -1, 6);
        assertValues(Ops.add(1, a), new long[] {3}, 2, -1, 6);
        assertValues(Ops.sub(a, b), new long[] {3}, -3, -4, 8);
        assertValues(Ops.sub(a, 1), new long[] {3}, 0, -3, 4);
        assertValues(Ops.sub(1, a), new long[] {3}, 0, 3, -4);
        assertValues(Ops.mul(a, b), new long[] {3}, 4, -4, -15);
        assertValues(Ops.mul(a, 3), new long[] {3}, 3, -6, 15);
        assertValues(Ops.mul(3, a), new long[] {3}, 3, -6, 15);
        assertValues(Ops.div(a, b), new long[] {3}, 0.25, -1, -5.0 / 3);
        assertValues(Ops.div(a, 2), new long[] {3}, 0.5, -1, 2.5);
        assertValues(Ops.div(2, a), new long[] {3}, 2, -1, 0.4);
        assertValues(Ops.pow(a, b), new long[] {3}, 1, 4, 1 / 125.0);
        assertValues(Ops.pow(a, 2), new long[] {3}, 1, 4, 25);
        assertValues(Ops.pow(2, a), new long[] {3}, 2, 0.25, 32);
        assertValues(Ops.mod(a, b), new long[] {3}, 1, 0, -1);
        assertValues(Ops.mod(a, 3), new long[] {3}, 1, 1, 2);
        assertValues(Ops.mod(7, b), new long[] {3}, 3, 1, -2);
        assertValues(Ops.min(a, b), new long[] {3}, 1, -2, -3);
        assertValues(Ops.min(a, 0.5), new long[] {3}, 0.5, -2, 0.5);
        assertValues(Ops.min(0.5, a), new long[] {3}, 0.5, -2, 0.5);
        assertValues(Ops.max(a, b), new long[] {3}, 4, 2, 5);
        assertValues(Ops.max(a, 0.5), new long[] {3}, 1, 0.5, 5);
        assertValues(Ops.max(0.5, a), new long[] {3}, 1, 0.5, 5);
        assertValues(Ops.lerp(a, b, 0.25), new long[] {3}, 1.75, -1, 3);
        assertValues(Ops.lerp(a, b, of(new long[] {}, 0.75)), new long[] {3}, 3.25, 1, -1);
    }

    @Test
    void reductions_keep_the_axes_they_go_over() {
        Tensor x = of(new long[] {1, 2, 2, 2}, 1, 2, 3, 4, 50, 60, 70, 90);
        assertValues(Ops.mean(x, "channels"), new long[] {1, 1, 2, 2}, 25.5, 31, 36.5, 47);
        assertValues(Ops.sum(x, "space"), new long[] {1, 2, 1, 1}, 10, 270);
        assertValues(Ops.max(x, "height"), new long[] {1, 2, 1, 2}, 3, 4, 70, 90);
        assertValues(Ops.min(x, "width"), new long[] {1, 2, 2, 1}, 1, 3, 50, 70);
        assertValues(Ops.std(x, "width"), new long[] {1, 2, 2, 1}, 0.5, 0.5, 5, 10);
        assertValues(Ops.mean(of(new long[] {1, 2}, 1, 3), "channels"), new long[] {1, 1}, 2);
    }

    @Test
    void a_reduction_over_an_axis_that_is_not_there_is_an_error() {
        Tensor flat = of(new long[] {1, 2}, 1, 3);
        assertThatThrownBy(() -> Ops.mean(flat, "space")).hasMessage("a flow of 2 axes has no space");
        assertThatThrownBy(() -> Ops.mean(flat, "time")).hasMessageContaining("no axis 'time'");
    }

    @Test
    void batchnorm_uses_the_batch_in_training_and_the_running_statistics_outside() {
        Tensor x = of(new long[] {2, 1, 1, 2}, 1, 3, 5, 7); // mean 4, variance 5, unbiased 20/3
        Tensor weight = of(new long[] {1}, 2);
        Tensor bias = of(new long[] {1}, 1);
        Tensor mean = of(new long[] {1}, 10);
        Tensor var = of(new long[] {1}, 4);
        assertValues(Ops.batchnorm(x, weight, bias, mean, var, false, 0.1, 0), new long[] {2, 1, 1, 2}, -8, -6, -4, -2);
        double s = 2 / Math.sqrt(5);
        assertValues(
                Ops.batchnorm(x, weight, bias, mean, var, true, 0.1, 0),
                new long[] {2, 1, 1, 2},
                1 - 3 * s,
                1 - s,
                1 + s,
                1 + 3 * s);
        assertValues(mean, new long[] {1}, 0.9 * 10 + 0.1 * 4);
        assertValues(var, new long[] {1}, 0.9 * 4 + 0.1 * 20 / 3);
    }

    @Test
    void groupnorm_and_layernorm_normalise_each_sample_and_scale_each_channel() {
        Tensor x = of(new long[] {1, 4, 1, 2}, 0, 2, 4, 6, 1, 1, 3, 3);
        Tensor weight = of(new long[] {4}, 1, 2, 3, 4);
        Tensor bias = of(new long[] {4}, 0, 0, 10, 10);
        double s = 1 / Math.sqrt(5);
        assertValues(
                Ops.groupnorm(x, weight, bias, 2, 0), new long[] {1, 4, 1, 2}, -3 * s, -s, 2 * s, 6 * s, 7, 7, 14, 14);
        Tensor y = of(new long[] {1, 2, 1, 2}, 0, 2, 4, 6);
        assertValues(
                Ops.layernorm(y, of(new long[] {2}, 1, 2), of(new long[] {2}, 0, 1), 0),
                new long[] {1, 2, 1, 2},
                -3 * s,
                -s,
                1 + 2 * s,
                1 + 6 * s);
    }

    @Test
    void dropout_drops_and_scales_in_training_and_passes_on_outside() {
        Tensor x = of(
                new long[] {1, 1000}, DoubleStream.generate(() -> 3).limit(1000).toArray());
        assertThat(Tensors.values(Ops.dropout(x, false, 0.25))).containsOnly(3);
        double[] dropped = Tensors.values(Ops.dropout(x, true, 0.25));
        assertThat(Arrays.stream(dropped).distinct().sorted().toArray()).containsExactly(0, 4);
        assertThat(Arrays.stream(dropped).filter(value -> value == 0).count()).isBetween(180L, 320L);
    }

    @Test
    void concat_joins_channels_and_gate_multiplies() {
        Tensor a = of(new long[] {2, 1, 1, 1}, 1, 2);
        Tensor b = of(new long[] {2, 2, 1, 1}, 3, 4, 5, 6);
        assertValues(Ops.concat(a, b), new long[] {2, 3, 1, 1}, 1, 3, 4, 2, 5, 6);
        assertValues(
                Ops.gate(a, of(new long[] {2, 1, 1, 1}, 0, 0.5)), new long[] {2, 1, 1, 1}, 1, 2 * (1 + Math.tanh(0.5)));
    }

    @Test
    void what_is_absent_yields_the_other_side() {
        Tensor a = of(new long[] {1}, 2);
        Tensor b = of(new long[] {1}, 3);
        assertThat(Ops.addPresent(null, null)).isNull();
        assertThat(Ops.addPresent(a, null)).isSameAs(a);
        assertThat(Ops.addPresent(null, b)).isSameAs(b);
        assertValues(Ops.addPresent(a, b), new long[] {1}, 5);
        assertThat(Ops.gatePresent(null, b)).isSameAs(b);
        assertThat(Ops.gatePresent(a, null)).isSameAs(a);
        assertValues(Ops.gatePresent(a, b), new long[] {1}, 2 * (1 + Math.tanh(3)));
    }

    private interface Op {
        Tensor of(Tensor x);
    }

    private static void assertFunction(Op op, DoubleUnaryOperator formula) {
        double[] points = {-3.5, -1.5, -1, -0.25, 0, 0.25, 0.5, 1, 2.5, 7};
        assertValues(
                op.of(of(new long[] {10}, points)),
                new long[] {10},
                Arrays.stream(points).map(formula).toArray());
    }

    private static void assertValues(Tensor actual, long[] shape, double... expected) {
        assertThat(actual.shape()).containsExactly(shape);
        assertThat(Tensors.values(actual)).containsExactly(expected, within(1e-12));
    }

    private static Tensor image(double... nine) {
        return of(new long[] {1, 1, 3, 3}, nine);
    }

    private static Tensor of(long[] shape, double... values) {
        return Tensors.of(shape, values);
    }
}

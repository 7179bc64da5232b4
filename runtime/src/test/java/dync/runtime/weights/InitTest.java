package dync.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitTest extends ScopedTest {
    private static final long[] SHAPE = {64, 32, 3, 3}; // fan-in 288, fan-out 576

    @Test
    void kaiming_is_normal_with_the_root_of_two_by_fan_in() {
        double[] values = draw(Init.kaiming());
        assertThat(mean(values)).isCloseTo(0, within(0.002));
        assertThat(std(values)).isCloseTo(Math.sqrt(2.0 / 288), within(0.001));
        assertThat(share(values, std(values))).isCloseTo(0.6827, within(0.01));
        assertThat(share(values, 2 * std(values))).isCloseTo(0.9545, within(0.01));
    }

    @Test
    void xavier_is_uniform_within_the_root_of_six_by_both_fans() {
        double[] values = draw(Init.xavier());
        double bound = Math.sqrt(6.0 / (288 + 576));
        assertThat(Arrays.stream(values).map(Math::abs).max().getAsDouble()).isBetween(0.999 * bound, bound);
        assertThat(std(values)).isCloseTo(bound / Math.sqrt(3), within(0.001));
    }

    @Test
    void other_scalings_take_their_own_fan_and_form() {
        assertThat(std(draw(Init.kaiming_out()))).isCloseTo(Math.sqrt(2.0 / 576), within(0.001));
        assertThat(std(draw(Init.xavier_normal()))).isCloseTo(Math.sqrt(2.0 / (288 + 576)), within(0.001));
        assertThat(largest(draw(Init.kaiming_uniform()))).isCloseTo(Math.sqrt(6.0 / 288), within(0.0005));
        assertThat(largest(draw(Init.kaiming_out_uniform()))).isCloseTo(Math.sqrt(6.0 / 576), within(0.0005));
        assertThat(largest(draw(Init.pytorch()))).isCloseTo(Math.sqrt(1.0 / 288), within(0.0005));
    }

    @Test
    void orthogonal_rows_or_columns_are_of_length_one_and_at_right_angles() {
        double[] wide = Tensors.values(Init.orthogonal().draw("w", 1, 6, 2, 2, 2));
        double[] tall = Tensors.values(Init.orthogonal(3).draw("w", 1, 8, 6));
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double across = 0;
                double down = 0;
                for (int k = 0; k < 8; k++) {
                    across += wide[i * 8 + k] * wide[j * 8 + k];
                    down += tall[k * 6 + i] * tall[k * 6 + j];
                }
                assertThat(across).isCloseTo(i == j ? 1 : 0, within(1e-12));
                assertThat(down).isCloseTo(i == j ? 9 : 0, within(1e-11));
            }
        }
    }

    @Test
    void lengths_are_those_of_the_filters_that_are_drawn_under_the_same_seed() {
        double[] filters = Tensors.values(Init.kaiming().draw("conv.weight", 7, 4, 2, 3, 3));
        double[] lengths = Tensors.values(
                Init.lengths("conv.weight", Init.kaiming(), 4, 2, 3, 3).draw("conv.length", 7, 4, 1, 1, 1));
        for (int i = 0; i < 4; i++) {
            double[] filter = Arrays.copyOfRange(filters, 18 * i, 18 * (i + 1));
            assertThat(lengths[i])
                    .isCloseTo(Math.sqrt(Arrays.stream(filter).map(x -> x * x).sum()), within(1e-12));
        }
        assertThatThrownBy(() ->
                        Init.lengths("conv.weight", Init.kaiming(), 4, 2, 3, 3).draw("conv.length", 7, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("as many lengths as filters");
    }

    @Test
    void bounds_and_a_mean_may_be_given() {
        double[] values = draw(Init.uniform(1, 3));
        assertThat(Arrays.stream(values).min().getAsDouble()).isBetween(1.0, 1.001);
        assertThat(Arrays.stream(values).max().getAsDouble()).isBetween(2.999, 3.0);
        assertThat(mean(draw(Init.normal(5, 0.1)))).isCloseTo(5, within(0.01));
    }

    @Test
    void uniform_fills_its_range_evenly() {
        double[] values = draw(Init.uniform(0.5));
        assertThat(Arrays.stream(values).min().getAsDouble()).isBetween(-0.5, -0.499);
        assertThat(Arrays.stream(values).max().getAsDouble()).isBetween(0.499, 0.5);
        assertThat(mean(values)).isCloseTo(0, within(0.01));
    }

    @Test
    void truncated_normal_is_cut_at_two_not_at_two_widths() {
        assertThat(Arrays.stream(draw(Init.truncated_normal(3)))
                        .map(Math::abs)
                        .max()
                        .getAsDouble())
                .isBetween(1.99, 2.0);
        double[] narrow = draw(Init.truncated_normal(0.01));
        assertThat(Arrays.stream(narrow).map(Math::abs).max().getAsDouble()).isGreaterThan(0.03);
        assertThat(std(narrow)).isCloseTo(0.01, within(0.0003));
    }

    @Test
    void normal_constant_zeros_and_ones_are_what_they_say() {
        assertThat(std(draw(Init.normal(2)))).isCloseTo(2, within(0.05));
        assertThat(draw(Init.constant(5))).containsOnly(5);
        assertThat(draw(Init.zeros())).containsOnly(0);
        assertThat(draw(Init.ones())).containsOnly(1);
    }

    @Test
    void values_depend_on_seed_and_name() {
        assertThat(draw(Init.normal(1), "a", 1)).containsExactly(draw(Init.normal(1), "a", 1));
        assertThat(draw(Init.normal(1), "a", 1)).isNotEqualTo(draw(Init.normal(1), "b", 1));
        assertThat(draw(Init.normal(1), "a", 1)).isNotEqualTo(draw(Init.normal(1), "a", 2));
    }

    @Test
    void the_random_numbers_are_those_of_the_published_generator() {
        // SplitMix64 from seed 1234567, as in the test vectors that go with its description
        SeededRandom random = new SeededRandom(1234567);
        assertThat(random.next()).isEqualTo(6457827717110365317L);
        assertThat(random.next()).isEqualTo(3203168211198807973L);
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
    }

    @Test
    void a_shape_without_a_fan_in_is_an_error() {
        assertThatThrownBy(() -> Init.kaiming().draw("V1.bias", 1, 36))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'V1.bias'")
                .hasMessageContaining("[36]");
    }

    private static double[] draw(Init init) {
        return draw(init, "w", 1);
    }

    private static double[] draw(Init init, String name, long seed) {
        return Tensors.values(init.draw(name, seed, SHAPE));
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().getAsDouble();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double std(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static double share(double[] values, double bound) {
        return Arrays.stream(values).filter(value -> Math.abs(value) < bound).count() / (double) values.length;
    }
}

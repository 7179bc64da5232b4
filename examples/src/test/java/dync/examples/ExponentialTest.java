package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exponential solver against the solution itself, which it yields for linear equations whatever the step. */
class ExponentialTest {
    private static final double ROUNDING = 4e-15;
    private static final MathContext DIGITS = new MathContext(60);

    @ParameterizedTest
    @CsvSource({"Leaky, 1", "Leaky, 0.01", "Leaky, 40", "LearnedLeaky, 1", "LearnedLeaky, 0.0001", "LearnedLeaky, 40"})
    void a_leak_decays_exactly(String model, double dt) {
        double last = Models.last(Models.named(model).set("dt", Models.ms(dt)), 6);
        assertThat(last).isCloseTo(-Math.expm1(-6 * dt / 5), within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"Coupled, 1", "Coupled, 20", "LearnedCoupled, 1", "LearnedCoupled, 20"})
    void two_linear_variables_follow_the_matrix_exponential(String model, double dt) {
        double[][] a = {{-1 / 5.0, -2 / 5.0, 1 / 5.0}, {1 / 9.0, -1 / 9.0, 0}, {0, 0, 0}};
        assertThat(Models.last(Models.named(model).set("dt", Models.ms(dt)), 5))
                .isCloseTo(exponential(a, 5 * dt)[0][2], within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Leaky", "Coupled"})
    void substeps_and_a_state_of_its_own_change_nothing(String model) {
        double plain = Models.last(Models.named(model), 5);
        assertThat(Models.last(Models.named(model).set("substeps", "7"), 5)).isCloseTo(plain, within(ROUNDING));
        assertThat(Models.last(Models.named(model).set("memory", "own"), 5)).isCloseTo(plain, within(ROUNDING));
    }

    @Test
    void a_coefficient_may_depend_on_the_drive() {
        double[][] alone = {{-2 / 5.0, 1 / 5.0}, {0, 0}};
        double[][] beside = {{-2 / 5.0, -1 / 5.0, 1 / 5.0}, {1 / 5.0, -2 / 5.0, 0}, {0, 0, 0}};
        assertThat(Models.last(Models.named("Shunting"), 5)).isCloseTo(exponential(alone, 5)[0][1], within(ROUNDING));
        assertThat(Models.last(Models.named("Shunted"), 5)).isCloseTo(exponential(beside, 5)[0][2], within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Adapting", "Turning"})
    void what_is_not_linear_is_held_and_converges_with_order_one(String model) {
        double exact = Models.last(Models.named(model).set("solver", "rk4").set("dt", Models.ms(8.0 / 4096)), 4096);
        double coarse = Math.abs(Models.last(exponential(model, 128), 128) - exact);
        double fine = Math.abs(Models.last(exponential(model, 256), 256) - exact);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(1, within(0.1));
    }

    private static dync.Dyn exponential(String model, int steps) {
        return Models.named(model).set("solver", "exponential").set("dt", Models.ms(8.0 / steps));
    }

    /** e^(matrix * t) by its series in 60 digits. */
    private static double[][] exponential(double[][] matrix, double t) {
        int n = matrix.length;
        BigDecimal[][] term = new BigDecimal[n][n];
        BigDecimal[][] sum = new BigDecimal[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                term[i][j] = i == j ? BigDecimal.ONE : BigDecimal.ZERO;
                sum[i][j] = term[i][j];
            }
        }
        for (int k = 1; k < 400; k++) {
            BigDecimal[][] next = new BigDecimal[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i][j] = BigDecimal.ZERO;
                    for (int m = 0; m < n; m++) {
                        BigDecimal entry = new BigDecimal(matrix[m][j])
                                .multiply(new BigDecimal(t))
                                .divide(new BigDecimal(k), DIGITS);
                        next[i][j] = next[i][j].add(term[i][m].multiply(entry, DIGITS), DIGITS);
                    }
                    sum[i][j] = sum[i][j].add(next[i][j], DIGITS);
                }
            }
            term = next;
        }
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = sum[i][j].doubleValue();
            }
        }
        return result;
    }
}

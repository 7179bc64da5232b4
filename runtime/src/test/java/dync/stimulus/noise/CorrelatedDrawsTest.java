package dync.stimulus.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.runtime.Tensors;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelatedDrawsTest {
    private static final int COUNT = 40_000;

    private final PointerScope scope = new PointerScope();
    private final Device cpu = new Device("cpu");

    @AfterEach
    void free() {
        scope.close();
    }

    private CorrelatedDraws process(double rho) {
        return new CorrelatedDraws(rho, step -> new SeededDraws(cpu, 5, step));
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    // the standard error of a correlation of 40 000 pairs is at most 0.005, that of their variance 0.007
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void normalNumbersKeepTheirPowerAndForgetByTheRule(double rho) {
        CorrelatedDraws process = process(rho);
        double[][] z = new double[6][];
        for (int step = 0; step < 6; step++) {
            z[step] = Tensors.values(process.at(step).normal(COUNT));
            double power = Arrays.stream(z[step]).map(x -> x * x).average().orElseThrow();
            assertThat(power).as("step " + step).isCloseTo(1, within(0.03));
        }
        for (int apart = 1; apart < 6; apart++) {
            assertThat(correlation(z[0], z[apart])).isCloseTo(Math.pow(rho, apart), within(0.02));
        }
    }

    @Test
    void evenNumbersStayEven() {
        CorrelatedDraws process = process(0.8);
        double[] first = Tensors.values(process.at(0).uniform(COUNT));
        double[] third = Tensors.values(process.at(2).uniform(COUNT));
        assertThat(Arrays.stream(third).allMatch(u -> u >= 0 && u < 1)).isTrue();
        for (int tenth = 1; tenth < 10; tenth++) {
            double below = tenth / 10.0;
            double share = (double) Arrays.stream(third).filter(u -> u < below).count() / COUNT;
            assertThat(share).isCloseTo(below, within(0.012));
        }
        assertThat(correlation(first, third)).isCloseTo(6 / Math.PI * Math.asin(0.64 / 2), within(0.02));
    }

    @Test
    void aStepIsTheSameInWhateverOrderItIsAskedFor() {
        CorrelatedDraws forwards = process(0.7);
        double[][] expected = new double[5][];
        for (int step = 0; step < 5; step++) {
            Draws draws = forwards.at(step);
            draws.normal(3, 2);
            expected[step] = Tensors.values(draws.uniform(4));
        }
        CorrelatedDraws anyhow = process(0.7);
        for (int step : new int[] {3, 0, 4, 4, 1, 2, 0}) {
            try (PointerScope inner = new PointerScope()) {
                Draws draws = anyhow.at(step);
                draws.normal(3, 2);
                assertThat(Tensors.values(draws.uniform(4))).containsExactly(expected[step]);
            }
        }
    }

    @Test
    void theNumbersOfAnImageDoNotDependOnItsNeighbours() {
        Draws three = new SampleDraws(List.of(seeded(1), seeded(2), seeded(3)));
        Draws one = new SampleDraws(List.of(seeded(2)));
        Tensor normal = three.normal(3, 2, 5);
        assertThat(Tensors.values(normal.narrow(0, 1, 1))).containsExactly(Tensors.values(one.normal(1, 2, 5)));
        Tensor rates = Tensors.of(new long[] {3, 2}, 1, 2, 3, 4, 5, 6).to(ScalarType.Float);
        assertThat(Tensors.values(three.poisson(rates).narrow(0, 1, 1)))
                .containsExactly(Tensors.values(one.poisson(rates.narrow(0, 1, 1))));
    }

    private Draws seeded(long key) {
        return new SeededDraws(cpu, key);
    }
}

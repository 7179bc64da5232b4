package dync.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** Each reduction against a second working out in plain Java. */
class ResolutionTest extends ScopedTest {
    record Some(@Key(value = "what", main = true) Resolution reduce) {}

    private static final long[] SHAPE = {3, 4, 6, 5};
    private final Tensor value = Tensors.waves(ScalarType.Double, SHAPE);
    private final double[] plain = Tensors.values(value);

    private static Resolution read(String yaml) {
        Settings<Some> settings = Settings.of(Some.class);
        return settings.read(List.of(settings.layer("reduce", SettingsSource.value("test", yaml))))
                .value()
                .reduce();
    }

    private double at(int image, int channel, int row, int column) {
        return plain[((image * 4 + channel) * 6 + row) * 5 + column];
    }

    private double[] kept(Resolution resolution, Tensor of) {
        Tensor kept = resolution.of(of);
        long[] shape = kept.shape();
        assertThat(Arrays.stream(shape).skip(1).boxed().toList()).isEqualTo(resolution.shape(List.of(4L, 6L, 5L)));
        return Tensors.values(kept);
    }

    @Test
    void meanAndDeviationOfMagnitudes() {
        double[] kept = kept(read("mean"), value);
        for (int image = 0; image < 3; image++) {
            double[] units = Arrays.stream(plain, image * 120, image * 120 + 120)
                    .map(Math::abs)
                    .toArray();
            double mean = Arrays.stream(units).sum() / 120;
            double variance =
                    Arrays.stream(units).map(x -> (x - mean) * (x - mean)).sum() / 119;
            assertThat(kept[2 * image]).isCloseTo(mean, within(1e-12));
            assertThat(kept[2 * image + 1]).isCloseTo(Math.sqrt(variance), within(1e-12));
        }
        assertThat(Tensors.values(read("mean").of(Tensors.waves(ScalarType.Double, 2))))
                .as("one unit has no deviation")
                .containsExactly(Math.sin(1), 0, Math.sin(2), 0);
    }

    @Test
    void meansOverSpace() {
        double[] kept = kept(read("channels"), value);
        double sum = 0;
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 5; column++) {
                sum += at(1, 2, row, column);
            }
        }
        assertThat(kept[1 * 4 + 2]).isCloseTo(sum / 30, within(1e-12));
    }

    @Test
    void meansOverTheCellsOfAGrid() {
        double[] kept = kept(read("{kind: grid, height: 3, width: 9}"), value);
        // two rows to a cell; the area has five columns, which stay
        assertThat(kept[((2 * 4 + 1) * 3 + 2) * 5 + 4]).isCloseTo((at(2, 1, 4, 4) + at(2, 1, 5, 4)) / 2, within(1e-12));
    }

    @Test
    void unitsByNumber() {
        double[] every = kept(read("{kind: units, every: 50}"), value);
        assertThat(every).hasSize(9);
        assertThat(every[3 + 1]).isEqualTo(plain[120 + 50]);
        assertThat(kept(read("{kind: units, indices: [119, 0]}"), value)[2]).isEqualTo(plain[120 + 119]);
        assertThatThrownBy(() -> read("{kind: units, indices: [120]}").shape(List.of(4L, 6L, 5L)))
                .isInstanceOf(UserError.class)
                .hasMessage("an area of 120 units has no unit 120");
        assertThatThrownBy(() -> read("units")).hasMessageContaining("'every' or by 'indices'");
    }

    @Test
    void theOrderInMemoryDoesNotMatter() {
        Tensor innermost = value.contiguous(torch.MemoryFormat.ChannelsLast);
        for (String way :
                List.of("full", "mean", "channels", "{kind: grid, height: 2, width: 2}", "{kind: units, every: 7}")) {
            assertThat(kept(read(way), innermost)).as(way).containsExactly(kept(read(way), value), within(1e-14));
        }
    }

    @Test
    void anAreaWithoutSpaceHasNothingToAverage() {
        Tensor flat = Tensors.waves(ScalarType.Double, 2, 7);
        for (String way : List.of("full", "channels", "{kind: grid, height: 2, width: 2}")) {
            assertThat(Tensors.values(read(way).of(flat))).containsExactly(Tensors.values(flat));
            assertThat(read(way).shape(List.of(7L))).containsExactly(7L);
        }
    }
}

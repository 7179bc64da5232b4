package dync.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.data.Parity;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.TensorFile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TopographyTest extends ScopedTest {

    @Test
    void second_tiles_are_mirrored() {
        Topography units = new Topography(4, 3, 2);
        assertThat(Arrays.stream(units.units(0)).mapToInt(unit -> channelsFirst(unit, units)))
                .containsExactly(
                        0, 6, 7, 1, //
                        12, 18, 19, 13, //
                        14, 20, 21, 15, //
                        2, 8, 9, 3, //
                        4, 10, 11, 5, //
                        16, 22, 23, 17);
    }

    @Test
    void the_way_back_finds_every_unit() {
        for (int channels = 1; channels < 40; channels++) {
            Topography units = new Topography(channels, 3, 4);
            long[] there = units.units(0);
            long[] back = units.places();
            for (int unit = 0; unit < back.length; unit++) {
                assertThat(there[(int) back[unit]]).isEqualTo(unit);
            }
        }
    }

    @Test
    void a_tile_that_is_not_full_repeats_its_last_channels_backwards() {
        assertThat(new Topography(5, 1, 1).units(0)).containsExactly(0, 1, 2, 3, 4, 4, 3, 2, 1);
    }

    @Test
    void the_margin_reflects_the_sheet_without_its_border() {
        assertThat(new Topography(1, 2, 3).units(1))
                .containsExactly(
                        4, 3, 4, 5, 4, //
                        1, 0, 1, 2, 1, //
                        4, 3, 4, 5, 4, //
                        1, 0, 1, 2, 1);
    }

    @Test
    void the_tables_are_those_that_the_reference_recorded() {
        try (TensorFile file = Safetensors.open(Parity.file("topographic_maps"))) {
            JsonArray rows = JsonParser.parseString(file.metadata().get("rows")).getAsJsonArray();
            assertThat(rows).isNotEmpty();
            for (int i = 0; i < rows.size(); i++) {
                JsonObject row = rows.get(i).getAsJsonObject();
                Topography units = new Topography(
                        row.get("in_channels").getAsInt(),
                        row.get("dim_y").getAsInt(),
                        row.get("dim_x").getAsInt());
                double[] plane = Tensors.values(file.read(i + "/flat_plane_mapping"));
                double[] layer = Tensors.values(file.read(i + "/flat_layer_mapping"));
                long[] there = units.units(0);
                long[] back = units.places();
                assertThat(there).hasSameSizeAs(plane);
                for (int at = 0; at < plane.length; at++) {
                    assertThat((double) channelsFirst(there[at], units)).isEqualTo(plane[at]);
                    assertThat((double) back[at]).isEqualTo(layer[channelsFirst(at, units)]);
                }
            }
        }
    }

    /** The reference counts units channel by channel. */
    private static int channelsFirst(long unit, Topography units) {
        int place = (int) (unit / units.channels());
        return (int) (unit % units.channels()) * units.height() * units.width() + place;
    }
}

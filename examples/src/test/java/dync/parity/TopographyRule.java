package dync.parity;

import com.google.gson.JsonObject;
import dync.Dyn;
import dync.runtime.DynModel;
import dync.runtime.Topography;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where units lie on the cortical sheet, and how wide its kernel is in a compiled model. */
final class TopographyRule {
    private TopographyRule() {}

    static void compare(ParityCase recorded, Comparison comparison) {
        List<JsonObject> rows = recorded.rows();
        for (int i = 0; i < rows.size(); i++) {
            Settings given = new Settings(rows.get(i));
            Topography units =
                    new Topography(given.whole("in_channels", 0), given.whole("dim_y", 0), given.whole("dim_x", 0));
            given.ignore("index");
            given.complete();
            comparison.exact(
                    i + "/flat_plane_mapping",
                    Arrays.stream(units.units(0))
                            .mapToDouble(unit -> channelsFirst(unit, units))
                            .toArray());
            comparison.exact(i + "/flat_layer_mapping", layer(units));
            comparison.exact(i + "/plane_kernel_size", new double[] {kernel(units)});
        }
    }

    /** The reference counts units channel by channel. */
    private static int channelsFirst(long unit, Topography units) {
        int place = (int) (unit / units.channels());
        return (int) (unit % units.channels()) * units.height() * units.width() + place;
    }

    private static double[] layer(Topography units) {
        long[] places = units.places();
        double[] ordered = new double[places.length];
        for (int unit = 0; unit < places.length; unit++) {
            ordered[channelsFirst(unit, units)] = places[unit];
        }
        return ordered;
    }

    private static long kernel(Topography units) {
        List<Long> stimulus = List.of(1L, 1L, (long) units.channels(), (long) units.height(), (long) units.width());
        Path file = new Written("Sheet", new Clock(1), 1)
                .input("input", stimulus, false)
                .line("area A { recurrent(local, delay = 1 ms) emit }")
                .line("readout all { flatten }")
                .file();
        try (DynModel model = Dyn.compile(file).load()) {
            return model.weights().get("A.recurrent.sheetconv.weight").shape()[2];
        }
    }
}

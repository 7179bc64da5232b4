package dync.cli.picture;

import dync.runtime.BadFile;
import dync.train.policy.RateSweep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;

/** Draws the loss over learning rates, and the rate that is suggested. */
public final class RatePicture {
    private RatePicture() {}

    /** @throws BadFile if it cannot be written */
    public static void write(RateSweep sweep, String model, Path file) {
        XYChart chart = Charts.chart(model + ": loss while the learning rate grows", "learning rate", "loss");
        chart.getStyler().setXAxisLogarithmic(true);
        Charts.line(chart, "each batch", sweep.rates(), sweep.losses(), Palette.FAINT, 1);
        Charts.line(chart, "running mean", sweep.rates(), sweep.smoothed(), Palette.STRONG, 2.5);
        OptionalDouble suggestion = sweep.suggestion();
        if (suggestion.isPresent()) {
            double rate = suggestion.getAsDouble();
            double top = sweep.losses().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(1);
            String name = String.format(Locale.ROOT, "%.1e", rate);
            Charts.line(chart, name, List.of(rate, rate), List.of(0.0, top), Palette.ACCENT, 1.5);
        }
        try {
            BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
        } catch (IOException e) {
            throw new BadFile(file, "cannot be written: " + e.getMessage(), "check that the folder is yours", e);
        }
    }
}

package dync.cli.picture;

import dync.runtime.BadFile;
import dync.train.policy.RateSweep;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the loss over learning rates, and the rate that is suggested. */
public final class RatePicture {
    private RatePicture() {}

    /** @throws BadFile if it cannot be written */
    public static void write(RateSweep sweep, String model, Path file) {
        XYChart chart = new XYChartBuilder()
                .width(620)
                .height(400)
                .title(model + ": loss while the learning rate grows")
                .xAxisTitle("learning rate")
                .yAxisTitle("loss")
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartTitleBoxVisible(false)
                .setLegendBorderColor(Color.WHITE);
        line(chart, "each batch", sweep.rates(), sweep.losses(), new Color(0xB8C4D6), 1);
        line(chart, "running mean", sweep.rates(), sweep.smoothed(), new Color(0x1F4E8C), 2.5f);
        OptionalDouble suggestion = sweep.suggestion();
        if (suggestion.isPresent()) {
            double rate = suggestion.getAsDouble();
            double top = sweep.losses().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(1);
            String name = String.format(java.util.Locale.ROOT, "%.1e", rate);
            line(chart, name, List.of(rate, rate), List.of(0.0, top), new Color(0xC8501E), 1.5f);
        }
        try {
            BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
        } catch (IOException e) {
            throw new BadFile(file, "cannot be written: " + e.getMessage(), "check that the folder is yours", e);
        }
    }

    private static void line(XYChart chart, String name, List<Double> x, List<Double> y, Color colour, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineWidth(width);
    }
}

package dync.cli.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How all charts look, and how several make one picture. */
final class Charts {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 400;
    private static final double BEYOND = 1.02;

    private Charts() {}

    /** A chart without lines; {@code x} and {@code y} name what the axes show, with the unit. */
    static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler()
                .setXAxisTickMarkSpacingHint(90)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartTitleBoxVisible(false)
                .setLegendBorderColor(Color.WHITE);
        return chart;
    }

    /** Adds a line; nothing is drawn, and nothing returned, where there is no number at all. */
    static Optional<XYSeries> line(
            XYChart chart, String name, List<Double> x, List<Double> y, Color colour, double width) {
        if (y.stream().allMatch(value -> value.isNaN())) {
            return Optional.empty();
        }
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineWidth((float) width);
        return Optional.of(series);
    }

    /**
     * Has the axes end a little beyond these numbers, with round ones at their ticks. XChart puts ticks at the numbers of a
     * line themselves where it takes them for evenly spaced, which all are that differ by less than 0.0001.
     */
    static void roundTicks(XYChart chart, double x, double y) {
        if (x == 0) {
            return; // a single number, which needs no axis
        }
        XYSeries unseen = chart.addSeries("unseen", List.of(0.0, BEYOND * x), List.of(0.0, BEYOND * y));
        unseen.setMarker(SeriesMarkers.NONE);
        unseen.setLineStyle(SeriesLines.NONE);
        unseen.setShowInLegend(false);
    }

    /** Names the lines beside the chart, one below the other: many do not fit below it. */
    static void namesBeside(XYChart chart) {
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.OutsideE)
                .setLegendLayout(Styler.LegendLayout.Vertical);
    }

    /** Puts a dot at each number of a line. */
    static void dots(XYSeries line) {
        line.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(line.getLineColor());
    }

    /** One picture of all charts, in rows of so many. */
    static BufferedImage sheet(List<XYChart> charts, int columns) {
        int across = Math.min(columns, charts.size());
        int rows = (charts.size() + across - 1) / across;
        BufferedImage picture = new BufferedImage(across * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int i = 0; i < charts.size(); i++) {
            Graphics2D part = (Graphics2D) graphics.create();
            part.translate(i % across * WIDTH, i / across * HEIGHT);
            charts.get(i).paint(part, WIDTH, HEIGHT);
            part.dispose();
        }
        graphics.dispose();
        return picture;
    }
}

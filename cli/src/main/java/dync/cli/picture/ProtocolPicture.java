package dync.cli.picture;

import dync.protocol.ConditionResult;
import dync.protocol.ProtocolResult;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a test into {@code test.png}: accuracy by what was varied, accuracy over time, and the mean activity of each area
 * over time, a colour for each condition.
 */
public final class ProtocolPicture {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;
    private static final int MOST_AREAS = 7;
    private static final int COLUMNS = 3;
    private static final int MOST_NAMES = 12;
    private static final Color FIRST = new Color(0x9DB7DB);
    private static final Color LAST = new Color(0xB03A00);

    private final ProtocolResult result;
    private final List<ConditionResult> conditions;

    private ProtocolPicture(ProtocolResult result) {
        this.result = result;
        this.conditions = result.conditions();
    }

    /** Draws a test, where it has shown anything. */
    public static void draw(ProtocolResult result) {
        if (result.conditions().isEmpty()) {
            return;
        }
        Path file = result.folder().resolve("test.png");
        try {
            ImageIO.write(new ProtocolPicture(result).picture(), "png", file.toFile());
        } catch (IOException unwritable) {
            // a picture is no reason to lose a test; the figures are in its tables
            org.slf4j.LoggerFactory.getLogger(ProtocolPicture.class).warn("no picture of this test", unwritable);
        }
    }

    private BufferedImage picture() {
        List<XYChart> charts = new ArrayList<>();
        Parameter.of(conditions).map(this::byParameter).ifPresent(charts::add);
        charts.add(
                overTime("accuracy over time, asked or not", "accuracy (%)", "accuracy", one -> percent(one.always())));
        TreeSet<String> areas = new TreeSet<>();
        conditions.forEach(one -> areas.addAll(one.activity().keySet()));
        areas.stream()
                .limit(MOST_AREAS)
                .forEach(area -> charts.add(overTime("activity of " + area, "mean of |x|", area, one -> one.activity()
                        .get(area))));
        int columns = Math.min(COLUMNS, charts.size());
        int rows = (charts.size() + columns - 1) / columns;
        BufferedImage picture = new BufferedImage(columns * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int i = 0; i < charts.size(); i++) {
            Graphics2D part = (Graphics2D) graphics.create();
            part.translate(i % columns * WIDTH, i / columns * HEIGHT);
            charts.get(i).paint(part, WIDTH, HEIGHT);
            part.dispose();
        }
        graphics.dispose();
        return picture;
    }

    private XYChart byParameter(Parameter parameter) {
        XYChart chart = chart(
                result.protocol().name() + ": accuracy by " + parameter.label(), parameter.label(), "accuracy (%)");
        List<String> groups = parameter.groups();
        for (String group : groups) {
            List<ConditionResult> line = parameter.of(group);
            double[] y = line.stream()
                    .mapToDouble(one -> 100 * one.answers().overall().accuracy())
                    .toArray();
            double[] x = line.stream().mapToDouble(parameter::position).toArray();
            series(chart, group.isEmpty() ? "accuracy" : group, x, y, colour(groups.indexOf(group), groups.size()))
                    .ifPresent(series -> series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(series.getLineColor()));
        }
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0).setMarkerSize(6).setLegendVisible(groups.size() > 1);
        if (!parameter.isNumeric()) {
            chart.getStyler().setxAxisTickLabelsFormattingFunction(parameter::name);
            chart.getStyler().setXAxisMin(-0.5).setXAxisMax(parameter.count() - 0.5);
        }
        return chart;
    }

    private interface Course {
        double[] of(ConditionResult condition);
    }

    private XYChart overTime(String title, String axis, String only, Course course) {
        XYChart chart = chart(title, "time (ms)", axis);
        for (ConditionResult one : conditions) {
            double[] y = course.of(one);
            if (y != null) {
                double[] x = IntStream.range(0, y.length)
                        .mapToDouble(step -> step * one.stepMs())
                        .toArray();
                String name = one.condition().toString();
                series(chart, name.isEmpty() ? only : name, x, y, colour(conditions.indexOf(one), conditions.size()));
            }
        }
        chart.getStyler().setYAxisMin(0.0).setXAxisDecimalPattern("0.##").setXAxisTickMarkSpacingHint(90);
        chart.getStyler().setLegendVisible(conditions.size() > 1 && conditions.size() <= MOST_NAMES);
        return chart;
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private static Color colour(int index, int count) {
        double share = count < 2 ? 1 : (double) index / (count - 1);
        return new Color(
                mix(FIRST.getRed(), LAST.getRed(), share),
                mix(FIRST.getGreen(), LAST.getGreen(), share),
                mix(FIRST.getBlue(), LAST.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }

    /** Nothing is drawn where there is no number at all. */
    private static Optional<XYSeries> series(XYChart chart, String name, double[] x, double[] y, Color colour) {
        if (Arrays.stream(y).allMatch(Double::isNaN)) {
            return Optional.empty();
        }
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineWidth(2);
        return Optional.of(series);
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartTitleBoxVisible(false)
                .setLegendBorderColor(Color.WHITE);
        return chart;
    }

    /** What the conditions differ in: the first that is a number, against which all else is a group. */
    private record Parameter(String path, List<String> values, boolean isNumeric, List<ConditionResult> conditions) {
        static Optional<Parameter> of(List<ConditionResult> conditions) {
            List<Parameter> all = conditions.get(0).condition().varied().keySet().stream()
                    .map(path -> of(path, conditions))
                    .filter(parameter -> parameter.count() > 1)
                    .toList();
            return all.stream().filter(Parameter::isNumeric).findFirst().or(() -> all.stream()
                    .findFirst());
        }

        private static Parameter of(String path, List<ConditionResult> conditions) {
            List<String> values = conditions.stream()
                    .map(one -> one.condition().varied().get(path))
                    .distinct()
                    .toList();
            return new Parameter(path, values, values.stream().allMatch(Parameter::startsWithNumber), conditions);
        }

        private static boolean startsWithNumber(String value) {
            return value.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?( *[A-Za-z]+)?");
        }

        int count() {
            return values.size();
        }

        String label() {
            String unit = isNumeric ? values.get(0).replaceFirst("^[-+]?[0-9.]+([eE][-+]?[0-9]+)? *", "") : "";
            return dync.protocol.Condition.label(path) + (unit.isEmpty() ? "" : " (" + unit + ")");
        }

        double position(ConditionResult one) {
            String value = one.condition().varied().get(path);
            return isNumeric ? Double.parseDouble(value.replaceFirst(" *[A-Za-z]+$", "")) : values.indexOf(value);
        }

        String name(Double position) {
            int index = (int) Math.round(position);
            boolean isOne = Math.abs(position - index) < 1e-6 && index >= 0 && index < values.size();
            return isOne ? values.get(index) : "";
        }

        /** The other values, in words. */
        private String group(ConditionResult one) {
            return one.condition().varied().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(path))
                    .map(entry -> dync.protocol.Condition.label(entry.getKey()) + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
        }

        List<String> groups() {
            return conditions.stream().map(this::group).distinct().toList();
        }

        List<ConditionResult> of(String group) {
            return conditions.stream().filter(one -> group(one).equals(group)).toList();
        }
    }
}

package dync.cli.picture;

import dync.protocol.Condition;
import dync.protocol.ConditionResult;
import dync.protocol.ProtocolResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.slf4j.LoggerFactory;

/**
 * Draws a test into {@code test.png}: accuracy by what was varied, accuracy over time, and the mean activity of each area
 * over time, a colour for each condition.
 */
public final class ProtocolPicture {
    private static final int MOST_AREAS = 7;
    private static final int COLUMNS = 3;
    private static final int MOST_NAMES = 12;

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
            LoggerFactory.getLogger(ProtocolPicture.class).warn("no picture of this test", unwritable);
        }
    }

    private BufferedImage picture() {
        List<XYChart> charts = new ArrayList<>();
        Parameter.of(conditions).map(this::byParameter).ifPresent(charts::add);
        XYChart accuracy =
                overTime("accuracy over time, asked or not", "accuracy (%)", "accuracy", one -> percent(one.always()));
        // the colours of the other charts are the same
        accuracy.getStyler().setLegendVisible(conditions.size() > 1 && conditions.size() <= MOST_NAMES);
        Charts.namesBeside(accuracy);
        charts.add(accuracy);
        Set<String> areas = new LinkedHashSet<>();
        conditions.forEach(one -> areas.addAll(one.activity().keySet()));
        areas.stream()
                .limit(MOST_AREAS)
                .forEach(area -> charts.add(overTime("activity of " + area, "mean of |x|", area, one -> one.activity()
                        .get(area))));
        return Charts.sheet(charts, COLUMNS);
    }

    private XYChart byParameter(Parameter parameter) {
        XYChart chart = Charts.chart(
                result.protocol().name() + ": accuracy by " + parameter.label(), parameter.label(), "accuracy (%)");
        List<String> groups = parameter.groups();
        for (String group : groups) {
            List<ConditionResult> line = parameter.of(group);
            List<Double> y = line.stream()
                    .map(one -> 100 * one.answers().overall().accuracy())
                    .toList();
            List<Double> x = line.stream().map(parameter::position).toList();
            Charts.line(
                            chart,
                            group.isEmpty() ? "accuracy" : group,
                            x,
                            y,
                            Palette.inOrder(groups.indexOf(group), groups.size()),
                            2)
                    .ifPresent(Charts::dots);
        }
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0).setMarkerSize(6).setLegendVisible(groups.size() > 1);
        if (parameter.isNumeric()) {
            conditions.stream()
                    .mapToDouble(parameter::position)
                    .max()
                    .ifPresent(end -> Charts.roundTicks(chart, end, 0));
        } else {
            chart.getStyler().setxAxisTickLabelsFormattingFunction(parameter::name);
            chart.getStyler().setXAxisMin(-0.5).setXAxisMax(parameter.count() - 0.5);
        }
        return chart;
    }

    private interface Course {
        double[] of(ConditionResult condition);
    }

    private XYChart overTime(String title, String axis, String only, Course course) {
        XYChart chart = Charts.chart(title, "time (ms)", axis);
        for (ConditionResult one : conditions) {
            double[] y = course.of(one);
            if (y != null) {
                List<Double> x = IntStream.range(0, y.length)
                        .mapToObj(step -> step * one.stepMs())
                        .toList();
                String name = one.condition().toString();
                Charts.line(
                        chart,
                        name.isEmpty() ? only : name,
                        x,
                        Arrays.stream(y).boxed().toList(),
                        Palette.inOrder(conditions.indexOf(one), conditions.size()),
                        2);
            }
        }
        chart.getStyler().setYAxisMin(0.0).setXAxisDecimalPattern("0.##").setLegendVisible(false);
        conditions.stream()
                .mapToDouble(one -> one.stepMs() * (one.always().length - 1))
                .max()
                .ifPresent(end -> Charts.roundTicks(chart, end, 0));
        return chart;
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
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
            return Condition.label(path) + (unit.isEmpty() ? "" : " (" + unit + ")");
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
                    .map(entry -> Condition.label(entry.getKey()) + " " + entry.getValue())
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

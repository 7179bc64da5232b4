package dync.cli.picture;

import dync.train.BatchReport;
import dync.train.EpochReport;
import dync.train.TrainingListener;
import dync.train.TrainingPlan;
import dync.train.metric.TimeCourse;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a run into {@code training.png} after each epoch: the loss of each batch, how the answer of the model
 * builds up over the steps of a presentation, accuracy by epoch, and the learning rate. A run that is continued is drawn from where it went on.
 */
public final class TrainingPicture implements TrainingListener {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 400;
    private static final double SMOOTHING = 0.9;
    private static final Color FAINT = new Color(0xB8C4D6);
    private static final Color STRONG = new Color(0x1F4E8C);
    private static final Color OTHER = new Color(0x5B8C5A);
    private static final Color ACCENT = new Color(0xC8501E);

    private final Path file;
    private final double stepMs;
    private final int classes;
    private final List<Double> progress = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private final List<EpochReport> epochs = new ArrayList<>();
    private String model = "";

    /**
     * @param stepMs length of a time step in milliseconds
     * @param classes how many answers there are, for the level of chance
     */
    public TrainingPicture(Path file, double stepMs, int classes) {
        this.file = file;
        this.stepMs = stepMs;
        this.classes = classes;
    }

    @Override
    public void started(TrainingPlan plan) {
        model = plan.model();
    }

    @Override
    public void batch(BatchReport report) {
        progress.add(report.epoch() - 1 + (double) report.batch() / report.batches());
        losses.add(report.loss());
        rates.add(report.learningRate());
    }

    @Override
    public void epoch(EpochReport report) {
        epochs.add(report);
        if (losses.isEmpty()) {
            return;
        }
        BufferedImage picture = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        loss().paint(graphics, WIDTH, HEIGHT);
        graphics.translate(WIDTH, 0);
        accuracy().paint(graphics, WIDTH, HEIGHT);
        graphics.translate(-WIDTH, HEIGHT);
        epochs().paint(graphics, WIDTH, HEIGHT);
        graphics.translate(WIDTH, 0);
        rate().paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException unwritable) {
            // a picture is no reason to stop a run; the figures are in metrics.csv
            org.slf4j.LoggerFactory.getLogger(TrainingPicture.class).warn("no picture of this run", unwritable);
        }
    }

    private XYChart loss() {
        XYChart chart = chart(model + ": loss while training", "epoch", "cross-entropy");
        series(chart, "each batch", progress, losses, FAINT, 1);
        series(chart, "running mean", progress, smooth(losses), STRONG, 2.5f);
        chart.getStyler().setYAxisMin(0.0).setXAxisMin(0.0).setXAxisDecimalPattern("0.##");
        chart.getStyler().setXAxisTickMarkSpacingHint(90);
        return chart;
    }

    private XYChart epochs() {
        XYChart chart = chart("accuracy after each epoch", "epoch", "accuracy (%)");
        series(chart, "training", numbers(), percent(report -> report.train().overall()), FAINT, 1.5f);
        series(
                chart,
                "held back",
                numbers(),
                percent(report -> report.test().accuracy().overall()),
                STRONG,
                2.5f);
        series(
                chart,
                "held back, last step",
                numbers(),
                percent(report -> report.test().accuracy().last()),
                ACCENT,
                2.5f);
        series(chart, "held back, all steps together", numbers(), percent(TrainingPicture::cumulative), OTHER, 1.5f);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0).setXAxisDecimalPattern("0");
        chart.getStyler().setXAxisTickMarkSpacingHint(90).setMarkerSize(6);
        chart.getSeriesMap().values().forEach(line -> line.setMarker(SeriesMarkers.CIRCLE));
        chart.getSeriesMap().values().forEach(line -> line.setMarkerColor(line.getLineColor()));
        return chart;
    }

    private static double cumulative(EpochReport report) {
        return report.test().answers().last().map(TimeCourse.Step::cumulative).orElse(Double.NaN);
    }

    private List<Double> numbers() {
        return epochs.stream().map(report -> (double) report.epoch()).toList();
    }

    private List<Double> percent(ToDoubleFunction<EpochReport> share) {
        return epochs.stream().map(report -> 100 * share.applyAsDouble(report)).toList();
    }

    private XYChart rate() {
        XYChart chart = chart("learning rate", "epoch", "learning rate");
        series(chart, "first group of weights", progress, rates, STRONG, 2);
        chart.getStyler()
                .setYAxisMin(0.0)
                .setXAxisMin(0.0)
                .setXAxisDecimalPattern("0.##")
                .setYAxisDecimalPattern("0.0E0");
        chart.getStyler().setXAxisTickMarkSpacingHint(90);
        return chart;
    }

    private List<Double> smooth(List<Double> values) {
        List<Double> smooth = new ArrayList<>();
        double mean = 0;
        double weight = 0;
        for (double value : values) {
            mean = SMOOTHING * mean + (1 - SMOOTHING) * value;
            weight = SMOOTHING * weight + (1 - SMOOTHING);
            smooth.add(mean / weight);
        }
        return smooth;
    }

    private XYChart accuracy() {
        XYChart chart =
                chart("held-back images: the answer builds up", "time since the image appeared (ms)", "accuracy (%)");
        for (int i = 0; i < epochs.size(); i++) {
            EpochReport epoch = epochs.get(i);
            List<Double> perStep = Arrays.stream(epoch.test().accuracy().perStep())
                    .mapToObj(share -> 100 * share)
                    .toList();
            List<Double> times = IntStream.range(0, perStep.size())
                    .mapToObj(step -> step * stepMs)
                    .toList();
            boolean last = i == epochs.size() - 1;
            series(chart, "after epoch " + epoch.epoch(), times, perStep, last ? ACCENT : FAINT, last ? 2.5f : 1.2f);
            if (last) {
                List<Double> chance = times.stream().map(t -> 100.0 / classes).toList();
                series(chart, "chance", times, chance, Color.GRAY, 1);
            }
        }
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0).setXAxisMin(0.0).setXAxisDecimalPattern("0.##");
        chart.getStyler().setXAxisTickMarkSpacingHint(90);
        return chart;
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

    private static void series(XYChart chart, String name, List<Double> x, List<Double> y, Color colour, float width) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineWidth(width);
    }
}

package dync.cli.picture;

import dync.train.BatchReport;
import dync.train.EpochReport;
import dync.train.TrainingListener;
import dync.train.TrainingPlan;
import dync.train.metric.TimeCourse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.slf4j.LoggerFactory;

/**
 * Draws a run into {@code training.png} after each epoch: the loss of each batch, how the answer of the model
 * builds up over the steps of a presentation, accuracy by epoch, and the learning rate. A run that is continued is drawn from where it went on.
 */
public final class TrainingPicture implements TrainingListener {
    private static final double SMOOTHING = 0.9;

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
        BufferedImage picture = Charts.sheet(List.of(loss(), accuracy(), epochs(), rate()), 2);
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException unwritable) {
            // a picture is no reason to stop a run; the figures are in metrics.csv
            LoggerFactory.getLogger(TrainingPicture.class).warn("no picture of this run", unwritable);
        }
    }

    private XYChart loss() {
        XYChart chart = Charts.chart(model + ": loss while training", "epoch", "loss");
        Charts.line(chart, "each batch", progress, losses, Palette.FAINT, 1);
        Charts.line(chart, "running mean", progress, smooth(losses), Palette.STRONG, 2.5);
        chart.getStyler().setYAxisMin(0.0).setXAxisMin(0.0).setXAxisDecimalPattern("0.##");
        Charts.roundTicks(chart, Collections.max(progress), Collections.max(losses));
        return chart;
    }

    private XYChart epochs() {
        XYChart chart = Charts.chart("accuracy after each epoch", "epoch", "accuracy (%)");
        Charts.line(
                chart, "training", numbers(), percent(report -> report.train().overall()), Palette.FAINT, 1.5);
        Charts.line(
                chart,
                "held back",
                numbers(),
                percent(report -> report.test().accuracy().overall()),
                Palette.STRONG,
                2.5);
        Charts.line(
                chart,
                "held back, last step",
                numbers(),
                percent(report -> report.test().accuracy().last()),
                Palette.ACCENT,
                2.5);
        Charts.line(
                chart,
                "held back, all steps together",
                numbers(),
                percent(TrainingPicture::cumulative),
                Palette.OTHER,
                1.5);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0).setXAxisDecimalPattern("0");
        chart.getStyler().setMarkerSize(6);
        chart.getSeriesMap().values().forEach(Charts::dots);
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
        XYChart chart = Charts.chart("learning rate", "epoch", "learning rate (thousandths)");
        List<Double> thousandths = rates.stream().map(rate -> 1000 * rate).toList();
        Charts.line(chart, "first group of weights", progress, thousandths, Palette.STRONG, 2);
        chart.getStyler().setYAxisMin(0.0).setXAxisMin(0.0).setXAxisDecimalPattern("0.##");
        Charts.roundTicks(chart, Collections.max(progress), Collections.max(thousandths));
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
        XYChart chart = Charts.chart("held-back images: the answer builds up", "time (ms)", "accuracy (%)");
        for (int i = 0; i < epochs.size(); i++) {
            EpochReport epoch = epochs.get(i);
            List<Double> perStep = Arrays.stream(epoch.test().accuracy().perStep())
                    .mapToObj(share -> 100 * share)
                    .toList();
            List<Double> times = IntStream.range(0, perStep.size())
                    .mapToObj(step -> step * stepMs)
                    .toList();
            boolean last = i == epochs.size() - 1;
            String name = "after epoch " + epoch.epoch();
            if (last) {
                Charts.roundTicks(chart, times.get(times.size() - 1), 0);
                Charts.line(chart, name, times, perStep, Palette.ACCENT, 2.5);
                List<Double> chance = times.stream().map(t -> 100.0 / classes).toList();
                Charts.line(chart, "chance", times, chance, Palette.LEVEL, 1);
            } else {
                // former epochs are there to be seen, not told apart: thirty names would leave no room for the chart
                Charts.line(chart, name, times, perStep, Palette.FAINT, 1.2)
                        .ifPresent(line -> line.setShowInLegend(false));
            }
        }
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0).setXAxisMin(0.0).setXAxisDecimalPattern("0.##");
        return chart;
    }
}

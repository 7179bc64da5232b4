package dync.cli.progress;

import dync.train.BatchReport;
import dync.train.EpochReport;
import dync.train.memory.MemoryUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/** The lines that tell how a run stands: a bar, the learning curve, the answers over time, and the pace. */
final class Panel {
    /** Columns from which there is room for two plots side by side. */
    private static final int PLOTS = 84;

    private static final int WIDEST = 140;
    private static final int ROWS = 4;
    private static final int NAMES = 18;
    private static final String OVER_BATCHES = "over the batches";
    private static final String OVER_STEPS = "over the steps of a presentation, test images";

    private final Styled style;

    Panel(Styled style) {
        this.style = style;
    }

    /** A curve, its edges in words, and what it runs over. */
    private record Figure(
            String title,
            double[] values,
            double low,
            double high,
            DoubleFunction<String> label,
            UnaryOperator<String> colour,
            String over) {}

    /** @param columns of the terminal; no line is as wide, as some terminals would begin a new one */
    List<String> lines(Standing standing, int columns) {
        int wide = Math.min(WIDEST, columns - 1);
        List<String> lines = new ArrayList<>();
        lines.add(bar(standing, wide));
        standing.batch().ifPresent(batch -> {
            Figure loss = loss(standing, batch);
            Figure accuracy = accuracy(standing, batch);
            lines.addAll(columns >= PLOTS ? plots(loss, accuracy, wide) : sparklines(loss, accuracy, wide));
            lines.add(style.dim(Words.pace(batch, MemoryUse.peakMiB())));
        });
        return lines.stream().map(line -> Styled.cut(line, columns - 1)).toList();
    }

    private String bar(Standing standing, int wide) {
        String name = standing.isTesting()
                ? "testing"
                : standing.batch().map(Words::epochOf).orElse("begins");
        String behind = standing.isTesting()
                ? Words.count(standing.tested(), standing.toTest())
                : standing.batch().map(Words::batchesAndTime).orElse("");
        int room = Math.max(4, wide - name.length() - behind.length() - 4);
        int full = (int) Math.round(standing.share() * room);
        return style.bold(name) + "  " + style.accuracy("━".repeat(full)) + style.dim("─".repeat(room - full)) + "  "
                + behind;
    }

    private Figure loss(Standing standing, BatchReport batch) {
        double[] values = standing.losses();
        return new Figure(
                "loss " + style.bold(Words.loss(batch.meanLoss())),
                values,
                finite(values).min().orElse(0),
                finite(values).max().orElse(1),
                Words::loss,
                style::loss,
                OVER_BATCHES);
    }

    /** Until an epoch has ended there is nothing to show over time. */
    private Figure accuracy(Standing standing, BatchReport batch) {
        double[] values = standing.epoch().map(Panel::answers).orElseGet(standing::accuracies);
        return new Figure(
                "accuracy " + style.bold(Words.percent(batch.accuracy())) + Words.tested(standing),
                values,
                0,
                finite(values).max().orElse(1),
                Words::percent,
                style::accuracy,
                standing.epoch().isPresent() ? OVER_STEPS : OVER_BATCHES);
    }

    private static double[] answers(EpochReport report) {
        return report.test().accuracy().perStep();
    }

    private List<String> sparklines(Figure loss, Figure accuracy, int wide) {
        int room = Math.max(8, wide - NAMES);
        return List.of(
                Styled.pad(loss.title(), NAMES) + sparkline(loss, room),
                accuracy.title(),
                Styled.pad(accuracy.over().equals(OVER_STEPS) ? "over time" : "", NAMES) + sparkline(accuracy, room));
    }

    private static String sparkline(Figure figure, int room) {
        return figure.colour().apply(Sparkline.of(Curve.means(figure.values(), room), figure.low(), figure.high()));
    }

    private List<String> plots(Figure loss, Figure accuracy, int wide) {
        int half = (wide - 3) / 2;
        List<String> left = framed(loss, half);
        List<String> right = framed(accuracy, half);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < left.size(); row++) {
            lines.add(Styled.pad(Styled.cut(left.get(row), half), half) + "   " + right.get(row));
        }
        return lines;
    }

    /** With the values of the lower and upper edge before it. */
    private List<String> framed(Figure figure, int columns) {
        String top = figure.label().apply(figure.high());
        String bottom = figure.label().apply(figure.low());
        int margin = Math.max(top.length(), bottom.length());
        List<String> plot =
                Plot.of(figure.values(), figure.low(), figure.high(), Math.max(4, columns - margin - 2), ROWS);
        List<String> lines = new ArrayList<>();
        lines.add(figure.title());
        for (int row = 0; row < ROWS; row++) {
            String edge = row == 0 ? top : row == ROWS - 1 ? bottom : "";
            String axis = " ".repeat(margin - edge.length()) + edge + (edge.isEmpty() ? " │" : " ┤");
            lines.add(style.dim(axis) + figure.colour().apply(plot.get(row)));
        }
        lines.add(" ".repeat(margin + 2) + style.dim(figure.over()));
        return lines;
    }

    private static DoubleStream finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite);
    }
}

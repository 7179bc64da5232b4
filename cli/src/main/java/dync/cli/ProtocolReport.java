package dync.cli;

import dync.protocol.Condition;
import dync.protocol.ConditionResult;
import dync.protocol.ProtocolResult;
import dync.train.metric.TimeCourse;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells a test by a protocol as a table, one line a condition. */
final class ProtocolReport {
    private final PrintStream out;

    ProtocolReport(PrintStream out) {
        this.out = out;
    }

    void print(ProtocolResult result) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(result.protocol().settings().vary().keySet().stream()
                .map(Condition::label)
                .toList());
        head.addAll(List.of("images", "accuracy", "last", "best", "at", "confidence"));
        lines.add(head);
        result.conditions().forEach(one -> lines.add(line(one)));
        int[] widths = IntStream.range(0, head.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> line : lines) {
            out.println(IntStream.range(0, line.size())
                    .mapToObj(column ->
                            " ".repeat(widths[column] - line.get(column).length()) + line.get(column))
                    .collect(Collectors.joining("  ")));
        }
    }

    private static List<String> line(ConditionResult result) {
        List<String> line = new ArrayList<>(result.condition().varied().values());
        line.add(Integer.toString(result.images()));
        line.add(percent(result.answers().overall().accuracy()));
        line.add(accuracy(result.answers().last()));
        line.add(accuracy(result.answers().best()));
        line.add(result.answers()
                .best()
                .map(best -> text("%.0f ms", best.step() * result.stepMs()))
                .orElse("-"));
        line.add(percent(result.answers().overall().labelConfidence()));
        return line;
    }

    private static String accuracy(Optional<TimeCourse.Step> step) {
        return percent(step.map(TimeCourse.Step::accuracy).orElse(Double.NaN));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : text("%.1f %%", 100 * share);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

package dync.protocol;

import dync.track.Table;
import dync.train.metric.AnswerReport;
import dync.train.metric.TimeCourse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The small tables of a test, written anew after each condition. */
final class ResultTables {
    /** One line a condition. */
    static final String CONDITIONS = "conditions.csv";

    /** One line a condition and step. */
    static final String SUMMARY = "summary.csv";

    /** One line a condition, area and step. */
    static final String ACTIVITY = "activity.csv";

    private final Path folder;
    private final List<String> varied;

    ResultTables(Path folder, Protocol protocol) {
        this.folder = folder;
        this.varied = List.copyOf(protocol.settings().vary().keySet());
    }

    void write(List<ConditionResult> results) {
        conditions(results);
        summary(results);
        activity(results);
    }

    private List<String> columns(String... more) {
        List<String> columns = new ArrayList<>(List.of("condition"));
        columns.addAll(varied);
        columns.addAll(List.of(more));
        return columns;
    }

    private static List<String> begin(ConditionResult result) {
        List<String> values =
                new ArrayList<>(List.of(Integer.toString(result.condition().number())));
        values.addAll(result.condition().varied().values());
        return values;
    }

    private static List<Integer> ranks(List<ConditionResult> results) {
        return results.stream()
                .findFirst()
                .map(result -> List.copyOf(result.answers().overall().among().keySet()))
                .orElse(List.of());
    }

    private void conditions(List<ConditionResult> results) {
        List<String> columns = columns(
                "images",
                "steps",
                "step_ms",
                "latency_ms",
                "accuracy",
                "last_accuracy",
                "best_accuracy",
                "best_ms",
                "decision_accuracy",
                "decision_ms",
                "label_confidence");
        ranks(results).forEach(k -> columns.add("top" + k));
        List<List<String>> rows = new ArrayList<>();
        for (ConditionResult result : results) {
            AnswerReport answers = result.answers();
            List<String> row = begin(result);
            row.add(Integer.toString(result.images()));
            row.add(Integer.toString(result.steps()));
            row.add(Numbers.text(result.stepMs()));
            row.add(Numbers.text(result.latency() * result.stepMs()));
            row.add(Numbers.text(answers.overall().accuracy()));
            row.add(accuracy(answers.last()));
            row.add(accuracy(answers.best()));
            row.add(answers.best()
                    .map(best -> Numbers.text(best.step() * result.stepMs()))
                    .orElse(""));
            row.add(Numbers.text(answers.decisions().accuracy()));
            row.add(Numbers.text(answers.decisions().meanStep() * result.stepMs()));
            row.add(Numbers.text(answers.overall().labelConfidence()));
            answers.overall().among().values().forEach(share -> row.add(Numbers.text(share)));
            rows.add(row);
        }
        Table.write(folder.resolve(CONDITIONS), columns, rows);
    }

    private static String accuracy(Optional<TimeCourse.Step> step) {
        return step.map(one -> Numbers.text(one.accuracy())).orElse("");
    }

    private void summary(List<ConditionResult> results) {
        List<String> columns = columns(
                "step",
                "ms",
                "asked",
                "accuracy",
                "cumulative_accuracy",
                "loss",
                "confidence",
                "label_confidence",
                "entropy",
                "accuracy_asked_or_not");
        ranks(results).forEach(k -> columns.add("top" + k));
        List<List<String>> rows = new ArrayList<>();
        for (ConditionResult result : results) {
            for (TimeCourse.Step step : result.answers().course().steps()) {
                List<String> row = begin(result);
                row.add(Integer.toString(step.step()));
                row.add(Numbers.text(step.step() * result.stepMs()));
                row.add(Long.toString(step.labelled()));
                row.add(Numbers.text(step.accuracy()));
                row.add(Numbers.text(step.cumulative()));
                row.add(Numbers.text(step.loss()));
                row.add(Numbers.text(step.guessConfidence()));
                row.add(Numbers.text(step.labelConfidence()));
                row.add(Numbers.text(step.entropy()));
                row.add(Numbers.text(result.always()[step.step()]));
                step.among().values().forEach(share -> row.add(Numbers.text(share)));
                rows.add(row);
            }
        }
        Table.write(folder.resolve(SUMMARY), columns, rows);
    }

    private void activity(List<ConditionResult> results) {
        List<List<String>> rows = new ArrayList<>();
        for (ConditionResult result : results) {
            for (Map.Entry<String, double[]> area : result.activity().entrySet()) {
                for (int step = 0; step < area.getValue().length; step++) {
                    List<String> row = begin(result);
                    row.add(area.getKey());
                    row.add(Integer.toString(step));
                    row.add(Numbers.text(step * result.stepMs()));
                    row.add(Numbers.text(area.getValue()[step]));
                    rows.add(row);
                }
            }
        }
        Table.write(folder.resolve(ACTIVITY), columns("area", "step", "ms", "mean"), rows);
    }
}

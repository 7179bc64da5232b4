package dync.train.metric;

import dync.runtime.UserError;
import dync.settings.Key;
import java.util.List;

/** How answers are read when they are counted. */
public record MetricSettings(
        @Key(
                value = "for each k, the share of labels among the k largest answers is counted",
                standard = "[5]",
                atLeast = 1)
        List<Integer> topK,

        @Key(
                value = "confidence at which a reader who waits until they are sure decides",
                standard = "0.8",
                atLeast = 0,
                atMost = 1)
        double confidence,

        @Key(value = "bins of confidence for calibration", standard = "15", atLeast = 1, atMost = 1000)
        int calibrationBins) {
    public MetricSettings {
        topK = topK.stream().sorted().distinct().toList();
        if (!topK.isEmpty() && topK.get(0) < 1) {
            throw new UserError("there are no " + topK.get(0) + " largest answers", "give numbers from 1");
        }
    }

    public static MetricSettings standard() {
        return new MetricSettings(List.of(5), 0.8, 15);
    }

    /** Without those k that say nothing, as all of so many classes are among so many. */
    public MetricSettings forClasses(int classes) {
        return new MetricSettings(topK.stream().filter(k -> k < classes).toList(), confidence, calibrationBins);
    }
}

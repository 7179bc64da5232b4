package dync.train.policy;

import dync.settings.Key;
import dync.train.optimise.Monitor;
import java.util.List;
import java.util.Optional;

/**
 * When to end a run that gets no better. It follows from the figures of all epochs so far, so that a run that is resumed
 * stops where it would have stopped.
 *
 * @param after a model that has not learned yet may be slow to begin; epochs before are not counted
 */
public record EarlyStopping(
        @Key(value = "which figure", standard = "") Monitor monitor,

        @Key(value = "epochs without betterment after which a run ends", standard = "10", atLeast = 1, main = true)
        int patience,

        @Key(value = "how much better counts", standard = "0", atLeast = 0)
        double threshold,

        @Key(value = "epochs count only after the figure has reached this", standard = "")
        Optional<Double> after) {

    /**
     * Whether the run is to end.
     *
     * @param history of the figure, one value an epoch
     */
    public boolean due(List<Double> history) {
        double best = monitor.worst();
        boolean counting = after.isEmpty();
        int without = 0;
        for (double value : history) {
            counting = counting || value == after.get() || monitor.better(value, after.get(), 0);
            if (!counting) {
                continue;
            }
            if (monitor.better(value, best, threshold)) {
                best = value;
                without = 0;
            } else {
                without++;
            }
            if (without >= patience) {
                return true;
            }
        }
        return false;
    }
}

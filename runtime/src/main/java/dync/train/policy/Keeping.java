package dync.train.policy;

import dync.settings.Key;
import dync.train.optimise.Monitor;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which checkpoints are kept. The newest are kept whatever is said here: a run goes on from them.
 *
 * @param best so many epochs with the best figure
 * @param every each so-manieth epoch
 */
public record Keeping(
        @Key(value = "checkpoints after the best epochs that are kept", standard = "1", atLeast = 0, main = true)
        int best,

        @Key(value = "the figure that says which epochs are best", standard = "validation/accuracy")
        Monitor monitor,

        @Key(
                value = "keep the checkpoint after every so many epochs; 0 keeps none for that",
                standard = "0",
                atLeast = 0)
        int every) {
    /**
     * The epochs with the best figure, as many as are kept; see {@link #ranked}.
     *
     * @param history one value an epoch
     */
    public List<Integer> best(List<Double> history) {
        return ranked(history).stream().limit(best).toList();
    }

    /**
     * All epochs that have a figure, the best first; of equal ones the earlier. Epochs count from 1.
     *
     * @param history one value an epoch
     */
    public List<Integer> ranked(List<Double> history) {
        Comparator<Integer> order = Comparator.comparing(epoch -> history.get(epoch - 1));
        return IntStream.rangeClosed(1, history.size())
                .boxed()
                .filter(epoch -> !history.get(epoch - 1).isNaN())
                .sorted((monitor.most() ? order.reversed() : order).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * The epochs whose checkpoints are worth keeping, beside the newest.
     *
     * @param history of all figures
     */
    public Set<Integer> epochs(Map<String, List<Double>> history) {
        List<Double> figures = history.getOrDefault(monitor.metric(), List.of());
        Set<Integer> epochs = new TreeSet<>(best(figures));
        for (int epoch = every; every > 0 && epoch <= figures.size(); epoch += every) {
            epochs.add(epoch);
        }
        return epochs;
    }
}

package dync.train;

import dync.settings.Key;
import dync.train.optimise.Monitor;
import java.util.Collection;
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

        @Key(value = "the figure that says which epochs are best", standard = "test_accuracy")
        Monitor monitor,

        @Key(
                value = "keep the checkpoint after every so many epochs; 0 keeps none for that",
                standard = "0",
                atLeast = 0)
        int every) {
    /** The newest that are kept: should one be damaged, the one before it is there. */
    private static final int NEWEST = 2;

    /** The newest and the one best by accuracy on test images. */
    public static final Keeping STANDARD = new Keeping(1, Monitor.of("test_accuracy"), 0);

    /**
     * The epochs with the best figure, the best first; of equal ones the earlier. Epochs count from 1.
     *
     * @param history one value an epoch
     */
    List<Integer> best(List<Double> history) {
        Comparator<Integer> order = Comparator.comparing(epoch -> history.get(epoch - 1));
        return IntStream.rangeClosed(1, history.size())
                .boxed()
                .filter(epoch -> !history.get(epoch - 1).isNaN())
                .sorted((monitor.most() ? order.reversed() : order).thenComparing(Comparator.naturalOrder()))
                .limit(best)
                .toList();
    }

    /**
     * Those of all checkpoints that are kept.
     *
     * @param history of all figures
     */
    Set<Position> kept(Collection<Position> all, Map<String, List<Double>> history) {
        Set<Position> kept = new TreeSet<>();
        all.stream().sorted(Comparator.reverseOrder()).limit(NEWEST).forEach(kept::add);
        Set<Integer> epochs = new TreeSet<>(best(history.getOrDefault(monitor.metric(), List.of())));
        all.stream()
                .filter(position -> position.batches() == 0 && position.epochs() > 0)
                .filter(position -> epochs.contains(position.epochs()) || (every > 0 && position.epochs() % every == 0))
                .forEach(kept::add);
        return kept;
    }
}

package dync.train.optimise;

import java.util.List;
import java.util.Map;

/**
 * How far a run has come; all that a schedule depends on.
 *
 * @param epochs that are finished
 * @param updates that are finished, in all epochs
 * @param history of each figure, one value for each finished epoch
 */
public record Moment(long epochs, long updates, Map<String, List<Double>> history) {

    /** Before anything has happened. */
    public static final Moment START = new Moment(0, 0, Map.of());

    long count(Per per) {
        return per == Per.EPOCH ? epochs : updates;
    }

    List<Double> of(Monitor monitor) {
        return history.getOrDefault(monitor.metric(), List.of());
    }
}

package dync.protocol;

import dync.train.metric.AnswerReport;
import java.util.Map;

/**
 * What came out under one condition.
 *
 * @param images how many were shown and are in the files
 * @param stepMs length of a step in milliseconds
 * @param latency steps until the readout can answer the first frame
 * @param answers where an answer is asked for
 * @param always the share of right answers at each step, asked or not, against the label that is asked for first; not a
 *     number where the readout had no input
 * @param activity by area the mean of |x| at each step; not a number where it was absent
 */
public record ConditionResult(
        Condition condition,
        int images,
        double stepMs,
        int latency,
        AnswerReport answers,
        double[] always,
        Map<String, double[]> activity) {
    /** Steps of a run, without the idle ones. */
    public int steps() {
        return always.length;
    }
}

package dync.train.metric;

import java.util.Comparator;
import java.util.Optional;

/**
 * What a model answered, by all the ways to read it.
 *
 * @param samples how many were shown
 * @param overall means over all pairs of sample and step that have a label
 * @param course the same at each step
 * @param decisions of a reader who waits until they are sure
 * @param calibration how far confidence can be trusted
 * @param confusion which class was taken for which
 */
public record AnswerReport(
        long samples,
        TimeCourse.Step overall,
        TimeCourse course,
        Decisions decisions,
        Calibration calibration,
        Confusion confusion) {

    /** The last step that has labels. */
    public Optional<TimeCourse.Step> last() {
        return course.steps().stream().filter(step -> step.labelled() > 0).reduce((first, second) -> second);
    }

    /** The step at which most answers are right, the first of equal ones. */
    public Optional<TimeCourse.Step> best() {
        return course.steps().stream()
                .filter(step -> step.labelled() > 0)
                .max(Comparator.comparingDouble(TimeCourse.Step::accuracy)
                        .thenComparing(TimeCourse.Step::step, Comparator.reverseOrder()));
    }
}

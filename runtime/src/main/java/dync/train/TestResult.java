package dync.train;

import dync.train.metric.AnswerReport;
import java.util.Map;

/**
 * What a model answers on images that it was not trained on.
 *
 * @param images how many were shown
 * @param loss mean over all labelled pairs of image and step
 * @param terms of the loss by name, without their weights
 * @param accuracy share of right answers: overall, at each step, at the last step
 * @param answers read in all other ways
 */
public record TestResult(
        int images, double loss, Map<String, Double> terms, StepAccuracy accuracy, AnswerReport answers) {}

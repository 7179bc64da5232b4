package dync.train;

import dync.train.memory.MemoryUse;
import dync.train.metric.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An epoch that has ended.
 *
 * @param epoch from 1
 * @param epochs how many there will be
 * @param trainLoss mean over the epoch, while the weights were changing
 * @param terms of that loss by name, without their weights
 * @param penalty mean of what the model's penalties added to the loss in training; 0 without any
 * @param train accuracy over the epoch, while the weights were changing
 * @param test what the model answers after it on images that are held back
 * @param learningRate of the first group of weights at the end of the epoch
 * @param seconds that training and testing took
 * @param imagesPerSecond of training
 * @param dataWait share of the time of training in which it waited for images
 */
public record EpochReport(
        int epoch,
        int epochs,
        double trainLoss,
        Map<String, Double> terms,
        double penalty,
        StepAccuracy train,
        TestResult test,
        double learningRate,
        double seconds,
        double imagesPerSecond,
        double dataWait) {

    /**
     * All numbers under the names of {@link Metrics}.
     *
     * @param stepMs length of a time step in milliseconds
     */
    public Map<String, Double> values(double stepMs) {
        Map<String, Double> values = figures(stepMs);
        values.put("train/seconds", seconds);
        values.put("train/images_per_second", imagesPerSecond);
        values.put("train/data_wait", dataWait);
        values.put("train/memory", MemoryUse.peakMiB());
        return values;
    }

    /**
     * Those that schedules, early stopping and the choice of checkpoints may follow: none depends on the clock, so that
     * the same run makes the same choices.
     */
    Map<String, Double> figures(double stepMs) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("train/loss", trainLoss);
        terms.forEach((name, value) -> figures.put("train/loss_" + name, value));
        figures.put("train/penalty", penalty);
        figures.put("train/accuracy", train.overall());
        figures.put("train/accuracy_last", train.last());
        figures.put("train/learning_rate", learningRate);
        test.terms().forEach((name, value) -> figures.put("validation/loss_" + name, value));
        figures.putAll(Metrics.values(Metrics.VALIDATION, test.loss(), test.answers(), stepMs));
        return figures;
    }
}

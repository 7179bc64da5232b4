package dync.train;

/**
 * An epoch that has ended.
 *
 * @param epoch from 1
 * @param epochs how many there will be
 * @param trainLoss mean over the epoch, while the weights were changing
 * @param penalty mean of what the model's penalties added to the loss in training; 0 without any
 * @param train accuracy over the epoch, while the weights were changing
 * @param test what the model answers on test images after it
 * @param seconds that training and testing took
 * @param imagesPerSecond of training
 */
public record EpochReport(
        int epoch,
        int epochs,
        double trainLoss,
        double penalty,
        StepAccuracy train,
        TestResult test,
        double seconds,
        double imagesPerSecond) {}

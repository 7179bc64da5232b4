package dync.train;

import java.time.Duration;

/**
 * A batch that has been trained on.
 *
 * @param epoch from 1
 * @param epochs how many there will be
 * @param batch from 1
 * @param batches how many the epoch has
 * @param loss of this batch
 * @param meanLoss of the epoch so far
 * @param accuracy of the epoch so far, over all labelled pairs of image and step
 * @param learningRate of the first group of weights
 * @param imagesPerSecond in this epoch, since the run was begun or continued
 * @param dataWait share of that time in which training waited for images
 * @param left time until the last epoch's training will be done, at this pace
 */
public record BatchReport(
        int epoch,
        int epochs,
        int batch,
        int batches,
        double loss,
        double meanLoss,
        double accuracy,
        double learningRate,
        double imagesPerSecond,
        double dataWait,
        Duration left) {}

package dync.train;

/**
 * What lies ahead when training begins.
 *
 * @param model name of the model
 * @param parameters how many numbers are trained
 * @param images training images in an epoch
 * @param batches batches in an epoch
 * @param epochs epochs in all
 * @param steps time steps of a presentation, with those that the answer takes to arrive
 * @param latency how many those are
 * @param device where it is done
 * @param from where training begins
 */
public record TrainingPlan(
        String model,
        long parameters,
        int images,
        int batches,
        int epochs,
        int steps,
        int latency,
        String device,
        Position from) {}

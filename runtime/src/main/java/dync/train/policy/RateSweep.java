package dync.train.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Looks for a learning rate: the rate grows from batch to batch, and the loss is watched until it explodes (Smith 2017,
 * arXiv:1506.01186).
 */
public final class RateSweep {
    private static final double SMOOTHING = 0.95;
    private static final double EXPLODED = 4;
    private static final int BEGINNING = 10;
    private static final int END = 5;

    private final double from;
    private final double to;
    private final int batches;
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> smoothed = new ArrayList<>();
    private double mean;
    private double least = Double.POSITIVE_INFINITY;

    /** From one rate to another, in equal ratios, within so many batches. */
    public RateSweep(double from, double to, int batches) {
        this.from = from;
        this.to = to;
        this.batches = batches;
    }

    /** The rate of a batch, counted from 0. */
    public double rate(int batch) {
        return batches == 1 ? from : from * Math.pow(to / from, (double) batch / (batches - 1));
    }

    /**
     * Takes the loss of the next batch.
     *
     * @return whether to go on: false after the last, or when the loss explodes
     */
    public boolean add(double loss) {
        if (!Double.isFinite(loss)) {
            return false;
        }
        losses.add(loss);
        mean = SMOOTHING * mean + (1 - SMOOTHING) * loss;
        double value = mean / (1 - Math.pow(SMOOTHING, losses.size()));
        smoothed.add(value);
        least = Math.min(least, value);
        boolean exploded = losses.size() > BEGINNING && loss > EXPLODED * least;
        return losses.size() < batches && !exploded;
    }

    /** The rates that were tried. */
    public List<Double> rates() {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            rates.add(rate(i));
        }
        return rates;
    }

    /** The loss of each batch. */
    public List<Double> losses() {
        return List.copyOf(losses);
    }

    /** Their running mean. */
    public List<Double> smoothed() {
        return List.copyOf(smoothed);
    }

    /**
     * The rate at which the running mean falls most steeply over the logarithm of the rate; empty if it never falls or the
     * sweep was too short. The first batches, in which a mean is not one yet, and the last before the end are left out.
     */
    public OptionalDouble suggestion() {
        OptionalDouble suggestion = OptionalDouble.empty();
        double steepest = 0;
        for (int i = BEGINNING; i < smoothed.size() - END; i++) {
            double slope = smoothed.get(i + 1) - smoothed.get(i - 1);
            if (slope < steepest) {
                steepest = slope;
                suggestion = OptionalDouble.of(rate(i));
            }
        }
        return suggestion;
    }
}

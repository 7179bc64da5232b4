package dync.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds values against the recorded ones, whole or by their summaries, and keeps what differs too much. */
final class Comparison {
    /** What is compared, with the prefix of its tensors. */
    enum Kind {
        OUTPUT("output"),
        LOSS("loss"),
        RESPONSE("response"),
        GRADIENT("grad"),
        TABLE("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** A reference of zeros has no scale to be relative to. */
    private static final double TINY = 1e-9;

    private final ParityCase recorded;
    private final List<String> problems = new ArrayList<>();
    private final Map<Kind, Double> worst = new EnumMap<>(Kind.class);

    Comparison(ParityCase recorded) {
        this.recorded = recorded;
    }

    List<String> problems() {
        return problems;
    }

    /** The largest max|a - b| / max|b| of each kind. */
    Map<Kind, Double> worst() {
        return worst;
    }

    void problem(String what) {
        problems.add(what);
    }

    void single(Kind kind, double[] ours) {
        whole(kind, kind.prefix, ours);
    }

    /** @param name as the case has it, without the prefix */
    void named(Kind kind, String name, double[] ours) {
        String whole = kind.prefix + "/" + name;
        if (recorded.has(whole)) {
            whole(kind, whole, ours);
        } else {
            summary(kind, name, ours);
        }
    }

    /** Whole numbers, or what follows from them alone: no difference is allowed. */
    void exact(String tensor, double[] ours) {
        double[] theirs = recorded.values(tensor);
        if (!Arrays.equals(ours, theirs)) {
            problem(tensor + " is " + Arrays.toString(ours) + ", the reference has " + Arrays.toString(theirs));
        }
    }

    /** A tensor of a table. */
    void table(String tensor, double[] ours) {
        double[] theirs = recorded.values(tensor);
        close(Kind.TABLE, tensor, ours, theirs, Numbers.largest(theirs));
    }

    /** A further number that follows from the outputs. */
    void further(Kind kind, String tensor, double[] ours) {
        whole(kind, tensor, ours);
    }

    private void whole(Kind kind, String tensor, double[] ours) {
        double[] theirs = recorded.values(tensor);
        close(kind, tensor, ours, theirs, Numbers.largest(theirs));
    }

    private void summary(Kind kind, String name, double[] ours) {
        String what = kind.prefix + "/" + name;
        double[] stat = recorded.values(kind.prefix + "_stat/" + name);
        double[] mine = statistics(ours);
        double largest = stat[3];
        error(kind, what + " (mean)", mine[0] - stat[0], largest);
        error(kind, what + " (deviation)", mine[1] - stat[1], largest);
        error(kind, what + " (l2 norm)", mine[2] - stat[2], stat[2]);
        error(kind, what + " (largest)", mine[3] - stat[3], largest);
        error(kind, what + " (checksum)", mine[4] - stat[4], stat[2]);
        double[] first = recorded.values(kind.prefix + "_first/" + name);
        close(kind, what + " (first)", Arrays.copyOf(ours, first.length), first, largest);
        double[] sample = recorded.values(kind.prefix + "_sample/" + name);
        double[] picked = new double[sample.length];
        for (int m = 0; m < picked.length; m++) {
            picked[m] = ours[Math.toIntExact((long) m * ours.length / sample.length)];
        }
        close(kind, what + " (sample)", picked, sample, largest);
    }

    private static double[] statistics(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / values.length;
        double spread = 0;
        for (double value : values) {
            spread += (value - mean) * (value - mean);
        }
        return new double[] {
            mean,
            Math.sqrt(spread / values.length),
            Math.sqrt(squares),
            Numbers.largest(values),
            Formula.checksum(values)
        };
    }

    /** @param scale the largest value of the whole tensor, of which {@code theirs} may be a part */
    private void close(Kind kind, String what, double[] ours, double[] theirs, double scale) {
        if (ours.length != theirs.length) {
            problem(what + " has " + ours.length + " values, the reference " + theirs.length);
            return;
        }
        double difference = 0;
        for (int i = 0; i < ours.length; i++) {
            double here = Math.abs(ours[i] - theirs[i]);
            difference = Double.isNaN(here) ? Double.POSITIVE_INFINITY : Math.max(difference, here);
        }
        error(kind, what, difference, scale);
    }

    private void error(Kind kind, String what, double difference, double scale) {
        double tolerance =
                switch (kind) {
                    case GRADIENT -> recorded.gradientTolerance();
                    case TABLE -> recorded.tableTolerance();
                    default -> recorded.outputTolerance();
                };
        double error = scale == 0
                ? (Math.abs(difference) <= TINY ? 0 : Double.POSITIVE_INFINITY)
                : Math.abs(difference) / scale;
        worst.merge(kind, error, Math::max);
        if (!(error <= tolerance)) {
            problem(String.format(Locale.ROOT, "%s differs by %.2e, %.1e is allowed", what, error, tolerance));
        }
    }
}

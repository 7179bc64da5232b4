package dync.train.optimise;

import dync.train.optimise.ScheduleSettings.At;
import dync.train.optimise.ScheduleSettings.Cyclic;
import dync.train.optimise.ScheduleSettings.OneCycle;
import dync.train.optimise.ScheduleSettings.Plateau;
import java.util.List;
import java.util.Optional;

/** The formulas of schedules, as shares of the rate. */
final class Curves {
    private Curves() {}

    /** How much of a schedule is over, 0 to 1. */
    static double share(At at, Optional<Integer> length) {
        double whole = length.map(Integer::doubleValue).orElse((double) at.length());
        return Math.min(1, at.count() / whole);
    }

    static double cosine(double from, double to, double share) {
        return to + (from - to) / 2 * (1 + Math.cos(Math.PI * share));
    }

    static double line(double from, double to, double share) {
        return from + (to - from) * share;
    }

    static double oneCycle(OneCycle cycle, At at) {
        double length = cycle.length().map(Integer::doubleValue).orElse((double) at.length());
        double start = 1 / cycle.start();
        double end = start / cycle.end();
        double top = cycle.rise() * length - 1;
        double count = Math.min(at.count(), length - 1);
        if (count <= top) {
            return between(cycle, start, 1, count, 0, top);
        }
        if (!cycle.threePhase()) {
            return between(cycle, 1, end, count, top, length - 1);
        }
        double down = 2 * cycle.rise() * length - 2;
        return count <= down
                ? between(cycle, 1, start, count, top, down)
                : between(cycle, start, end, count, down, length - 1);
    }

    private static double between(OneCycle cycle, double from, double to, double count, double first, double last) {
        double share = last > first ? (count - first) / (last - first) : 1;
        return cycle.shape() == OneCycle.Shape.LINEAR ? line(from, to, share) : cosine(from, to, share);
    }

    static double cyclic(Cyclic cycle, long count) {
        int down = cycle.down().orElse(cycle.up());
        double whole = (double) cycle.up() + down;
        double turning = cycle.up() / whole;
        double number = Math.floor(1 + count / whole);
        double share = 1 + count / whole - number;
        double height = share <= turning ? share / turning : (share - 1) / (turning - 1);
        double peak =
                switch (cycle.shape()) {
                    case TRIANGULAR -> 1;
                    case TRIANGULAR2 -> 1 / Math.pow(2, number - 1);
                    case EXP_RANGE -> Math.pow(cycle.gamma(), (double) count);
                };
        return cycle.least() + (1 - cycle.least()) * height * peak;
    }

    /** Goes through all epochs so far, so that a run that is resumed needs no memory but its figures. */
    static double plateau(Plateau plateau, List<Double> history) {
        double factor = 1;
        double best = plateau.monitor().worst();
        int bad = 0;
        int cooling = 0;
        for (double value : history) {
            if (better(plateau, value, best)) {
                best = value;
                bad = 0;
            } else {
                bad++;
            }
            if (cooling > 0) {
                cooling--;
                bad = 0;
            }
            if (bad > plateau.patience()) {
                factor = Math.max(factor * plateau.factor(), plateau.least());
                cooling = plateau.cooldown();
                bad = 0;
            }
        }
        return factor;
    }

    private static boolean better(Plateau plateau, double value, double best) {
        if (Double.isInfinite(best) || plateau.measure() == Plateau.Threshold.DIFFERENCE) {
            return plateau.monitor().better(value, best, plateau.threshold());
        }
        double sign = plateau.monitor().most() ? 1 : -1;
        return plateau.monitor().better(value, best * (1 + sign * plateau.threshold()), 0);
    }
}

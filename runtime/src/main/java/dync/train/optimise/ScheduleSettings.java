package dync.train.optimise;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Optional;

/** How the learning rate changes over a run, as shares of the rate that is set; the values are PyTorch's. */
public sealed interface ScheduleSettings {
    /**
     * A place in the schedule.
     *
     * @param count epochs or updates since the warm-up
     * @param length of the run in the same units, without the warm-up
     * @param moment of the run
     */
    record At(long count, long length, Moment moment) {}

    /** Whether it changes after every epoch or every update. */
    Per per();

    /** The share of the rate. */
    double factor(At at);

    /** The figure that it looks at, if any. */
    default Optional<Monitor> watches() {
        return Optional.empty();
    }

    /** No change. */
    @Kind("the rate stays as it is")
    record Constant() implements ScheduleSettings {
        @Override
        public Per per() {
            return Per.EPOCH;
        }

        @Override
        public double factor(At at) {
            return 1;
        }
    }

    /** PyTorch's {@code StepLR}. */
    @Kind("times a factor after every so many")
    record Step(
            @Key(value = "how many", standard = "30", atLeast = 1)
            int every,

            @Key(value = "times which", standard = "0.1", above = 0)
            double factor,

            @Key(value = "what is counted", standard = "epoch")
            Per per)
            implements ScheduleSettings {
        @Override
        public double factor(At at) {
            long changes = at.count() / every;
            return Math.pow(factor, changes);
        }
    }

    /** PyTorch's {@code MultiStepLR}. */
    @Kind("times a factor at each of some places")
    record Multistep(
            @Key("after how many, each") List<Integer> at,

            @Key(value = "times which", standard = "0.1", above = 0)
            double factor,

            @Key(value = "what is counted", standard = "epoch")
            Per per)
            implements ScheduleSettings {
        /** Copies the list. */
        public Multistep {
            at = List.copyOf(at);
        }

        @Override
        public double factor(At place) {
            return Math.pow(
                    factor, at.stream().filter(step -> step <= place.count()).count());
        }
    }

    /** PyTorch's {@code ExponentialLR}. */
    @Kind("times a factor every time")
    record Exponential(
            @Key(value = "times which", standard = "0.95", above = 0)
            double factor,

            @Key(value = "what is counted", standard = "epoch")
            Per per)
            implements ScheduleSettings {
        @Override
        public double factor(At at) {
            return Math.pow(factor, at.count());
        }
    }

    /** PyTorch's {@code CosineAnnealingLR}, which would rise again after its length; this one stays at its least. */
    @Kind("down along half a cosine, Loshchilov and Hutter 2017, arXiv:1608.03983")
    record Cosine(
            @Key(value = "until when; the end of the run if unset", standard = "", atLeast = 1)
            Optional<Integer> length,

            @Key(value = "share of the rate at the end", standard = "0", atLeast = 0, atMost = 1)
            double least,

            @Key(value = "what is counted", standard = "epoch")
            Per per)
            implements ScheduleSettings {
        @Override
        public double factor(At at) {
            return Curves.cosine(1, least, Curves.share(at, length));
        }
    }

    /** PyTorch's {@code CosineAnnealingWarmRestarts}. */
    @Kind("down along half a cosine again and again, Loshchilov and Hutter 2017, arXiv:1608.03983")
    record Restarts(
            @Key(value = "length of the first", standard = "10", atLeast = 1)
            int length,

            @Key(value = "each is so many times as long as the one before", standard = "1", atLeast = 1)
            int growth,

            @Key(value = "share of the rate at the end of each", standard = "0", atLeast = 0, atMost = 1)
            double least,

            @Key(value = "what is counted", standard = "epoch")
            Per per)
            implements ScheduleSettings {
        @Override
        public double factor(At at) {
            long now = at.count();
            long current = length;
            if (growth == 1) {
                now %= current;
            }
            while (now >= current) {
                now -= current;
                current *= growth;
            }
            return Curves.cosine(1, least, (double) now / current);
        }
    }

    /** PyTorch's {@code LinearLR}. */
    @Kind("in a line")
    record Linear(
            @Key(value = "until when; the end of the run if unset", standard = "", atLeast = 1)
            Optional<Integer> length,

            @Key(value = "share of the rate at the beginning", standard = "1", atLeast = 0)
            double from,

            @Key(value = "share of the rate at the end", standard = "0", atLeast = 0)
            double to,

            @Key(value = "what is counted", standard = "epoch")
            Per per)
            implements ScheduleSettings {
        @Override
        public double factor(At at) {
            return Curves.line(from, to, Curves.share(at, length));
        }
    }

    /** PyTorch's {@code PolynomialLR}. */
    @Kind("down to nothing along a power of what is left")
    record Polynomial(
            @Key(value = "until when; the end of the run if unset", standard = "", atLeast = 1)
            Optional<Integer> length,

            @Key(value = "which power", standard = "1", above = 0)
            double power,

            @Key(value = "what is counted", standard = "epoch")
            Per per)
            implements ScheduleSettings {
        @Override
        public double factor(At at) {
            return Math.pow(1 - Curves.share(at, length), power);
        }
    }

    /** PyTorch's {@code ReduceLROnPlateau}. */
    @Kind("times a factor when a figure has not become better for some epochs")
    record Plateau(
            @Key(value = "which figure", standard = "") Monitor monitor,

            @Key(value = "times which", standard = "0.1", above = 0, atMost = 1)
            double factor,

            @Key(value = "epochs without betterment that are borne", standard = "10", atLeast = 0)
            int patience,

            @Key(value = "how much better counts", standard = "1e-4", atLeast = 0)
            double threshold,

            @Key(value = "whether the threshold is a share of the best or a difference", standard = "share")
            Threshold measure,

            @Key(value = "epochs after a change in which none counts", standard = "0", atLeast = 0)
            int cooldown,

            @Key(value = "share of the rate that it never falls below", standard = "0", atLeast = 0, atMost = 1)
            double least)
            implements ScheduleSettings {

        /** What a threshold is. */
        public enum Threshold {
            SHARE,
            DIFFERENCE
        }

        @Override
        public Per per() {
            return Per.EPOCH;
        }

        @Override
        public Optional<Monitor> watches() {
            return Optional.of(monitor);
        }

        @Override
        public double factor(At at) {
            return Curves.plateau(this, at.moment().of(monitor));
        }
    }

    /** PyTorch's {@code OneCycleLR}, but for the momentum, which stays. The rate that is set is its peak. */
    @Kind("up and down once, Smith and Topin 2018, arXiv:1708.07120")
    record OneCycle(
            @Key(value = "until when; the end of the run if unset", standard = "", atLeast = 1)
            Optional<Integer> length,

            @Key(value = "share of the length in which it rises", standard = "0.3", atLeast = 0, atMost = 1)
            double rise,

            @Key(value = "cosine or linear", standard = "cosine")
            Shape shape,

            @Key(value = "the peak is so many times the beginning", standard = "25", above = 0)
            double start,

            @Key(value = "the beginning is so many times the end", standard = "1e4", above = 0)
            double end,

            @Key(value = "down as long as up, and then further down", standard = "false")
            boolean threePhase,

            @Key(value = "what is counted", standard = "update")
            Per per)
            implements ScheduleSettings {

        /** How it goes from one rate to the next. */
        public enum Shape {
            COSINE,
            LINEAR
        }

        @Override
        public double factor(At at) {
            return Curves.oneCycle(this, at);
        }
    }

    /** PyTorch's {@code CyclicLR}, but for the momentum, which stays. The rate that is set is its peak. */
    @Kind("up and down again and again, Smith 2017, arXiv:1506.01186")
    record Cyclic(
            @Key(value = "share of the rate between the peaks", standard = "0.1", atLeast = 0, atMost = 1)
            double least,

            @Key(value = "how long it rises", standard = "2000", atLeast = 1)
            int up,

            @Key(value = "how long it falls; as long as it rises if unset", standard = "", atLeast = 1)
            Optional<Integer> down,

            @Key(value = "peaks all alike, halved each time, or shrinking by gamma", standard = "triangular")
            Shape shape,

            @Key(value = "what exp_range shrinks by, each time", standard = "0.9999", above = 0, atMost = 1)
            double gamma,

            @Key(value = "what is counted", standard = "update")
            Per per)
            implements ScheduleSettings {

        /** What becomes of the peaks. */
        public enum Shape {
            TRIANGULAR,
            TRIANGULAR2,
            EXP_RANGE
        }

        @Override
        public double factor(At at) {
            return Curves.cyclic(this, at.count());
        }
    }
}

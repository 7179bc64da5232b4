package dync.train.optimise;

import dync.settings.Key;

/** A careful beginning, before any schedule (Goyal et al. 2017, arXiv:1706.02677). */
public record Warmup(
        @Key(value = "how long; 0 begins at full rate", standard = "0", atLeast = 0, main = true)
        int length,

        @Key(value = "what length counts", standard = "epoch")
        Per per,

        @Key(value = "the rate rises in a line, or jumps at the end", standard = "linear")
        Shape shape,

        @Key(value = "share of the rate at the very beginning", standard = "0.1", above = 0, atMost = 1)
        double from) {

    /** How the rate gets up. */
    public enum Shape {
        LINEAR,
        CONSTANT
    }

    /** Full rate from the beginning. */
    public static final Warmup NONE = new Warmup(0, Per.EPOCH, Shape.LINEAR, 1);

    double factor(long count) {
        return shape == Shape.CONSTANT ? from : from + (1 - from) * count / length;
    }
}

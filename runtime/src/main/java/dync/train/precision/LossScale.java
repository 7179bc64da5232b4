package dync.train.precision;

/**
 * The factor by which a loss is multiplied before its gradient is taken in half precision, where small gradients would
 * vanish (Micikevicius et al. 2018, arXiv:1710.03740, section 3.2). It shrinks at once when a gradient is not finite, in a
 * step that is then left out, and grows after some steps that went well.
 *
 * @param factor of the loss; gradients are divided by it before they are used
 * @param good steps since it changed last
 */
public record LossScale(LossScaleSettings settings, double factor, int good) {
    /** Below this every gradient overflows without any scaling: the model diverges. */
    private static final double LEAST = 1;

    /** Where training begins. */
    public static LossScale start(LossScaleSettings settings) {
        return new LossScale(settings, settings.initial(), 0);
    }

    /** The scale of the next step. */
    public LossScale after(boolean finite) {
        if (!finite) {
            return new LossScale(settings, factor * settings.backoff(), 0);
        }
        if (good + 1 < settings.every()) {
            return new LossScale(settings, factor, good + 1);
        }
        double grown = factor * settings.growth();
        // it could never come back from infinity
        return new LossScale(settings, Float.isFinite((float) grown) ? grown : factor, 0);
    }

    /** Whether scaling is not what makes gradients overflow. */
    public boolean isExhausted() {
        return factor < LEAST;
    }

    /** What a checkpoint keeps. */
    public String saved() {
        return Double.toHexString(factor) + " " + good;
    }

    /**
     * Goes on where another run was.
     *
     * @param saved what {@link #saved} gave
     * @throws IllegalArgumentException if it is something else
     */
    public static LossScale resume(LossScaleSettings settings, String saved) {
        String[] parts = saved.split(" ", -1);
        if (parts.length == 2) {
            double factor = Double.parseDouble(parts[0]);
            int good = Integer.parseInt(parts[1]);
            if (factor > 0 && Double.isFinite(factor) && good >= 0) {
                return new LossScale(settings, factor, good);
            }
        }
        throw new IllegalArgumentException("'" + saved + "' is no loss scale");
    }
}

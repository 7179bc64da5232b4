package dync.train;

import dync.runtime.UserError;

/** Ranges of settings. */
final class Checks {
    private Checks() {}

    static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw new UserError(name + " cannot be " + value, "give " + least + " or more");
        }
        return value;
    }

    static double atLeast(String name, double value, double least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new UserError(name + " cannot be " + value, "give " + least + " or more");
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new UserError(name + " cannot be " + value, "give a number above 0");
        }
        return value;
    }

    static double share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new UserError(name + " cannot be " + value, "give a number from 0 to below 1");
        }
        return value;
    }
}

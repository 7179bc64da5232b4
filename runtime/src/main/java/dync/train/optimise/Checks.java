package dync.train.optimise;

import dync.runtime.UserError;

/** What settings have to keep to beyond the range of each. */
final class Checks {
    private Checks() {}

    static void that(boolean holds, String message, String help) {
        if (!holds) {
            throw new UserError(message, help);
        }
    }

    /** What is kept of the past at every step: with 1 nothing would ever be forgotten. */
    static void forgets(String name, double share) {
        that(share >= 0 && share < 1, name + " cannot be " + share, "give a number from 0 to below 1");
    }
}

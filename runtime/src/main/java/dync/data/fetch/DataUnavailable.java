package dync.data.fetch;

import dync.runtime.UserError;

/** A data set that cannot be had: the name is unknown, it is not on this machine, or no way to fetch it worked. */
public final class DataUnavailable extends UserError {
    private static final long serialVersionUID = 1;

    public DataUnavailable(String message, String help) {
        super(message, help);
    }
}

package dync.train;

import dync.runtime.UserError;

/** Training that cannot go on: its numbers have left the finite, or nothing was asked. */
public final class TrainingFailed extends UserError {
    private static final long serialVersionUID = 1;

    TrainingFailed(String message, String help) {
        super(message, help);
    }
}

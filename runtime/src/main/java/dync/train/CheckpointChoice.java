package dync.train;

import dync.runtime.UserError;
import java.util.List;

/** Which checkpoint of a run is meant. */
public sealed interface CheckpointChoice {
    /** The newest that is whole, perhaps in the middle of an epoch. */
    record Newest() implements CheckpointChoice {}

    /** That after the epoch with the best figure, as {@code training.keep} has it, of those that are there. */
    record Best() implements CheckpointChoice {}

    /** That after so many epochs. */
    record AfterEpoch(int epoch) implements CheckpointChoice {}

    /** Of the newest, for whoever says nothing. */
    CheckpointChoice NEWEST = new Newest();

    /**
     * Reads a choice: {@code newest}, {@code best}, or a number of epochs.
     *
     * @throws UserError if it is none of these
     */
    static CheckpointChoice parse(String text) {
        if (text.equals("newest")) {
            return NEWEST;
        }
        if (text.equals("best")) {
            return new Best();
        }
        if (text.matches("\\d{1,9}")) {
            return new AfterEpoch(Integer.parseInt(text));
        }
        throw new UserError(
                "there is no checkpoint '" + text + "'",
                "say " + String.join(", ", List.of("newest", "best", "or after how many epochs, as 3")));
    }
}

package dync.train;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How training ended.
 *
 * @param finished whether all epochs are done; false after {@link Trainer#requestStop}
 * @param position how far the run has come
 * @param lastEpoch the last epoch that ended while this trainer ran
 * @param checkpoint the newest checkpoint
 */
public record TrainingOutcome(boolean finished, Position position, Optional<EpochReport> lastEpoch, Path checkpoint) {}

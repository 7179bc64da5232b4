package dync.train;

import dync.runtime.BadFile;
import dync.train.policy.Keeping;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the checkpoints of a run, and remembers what the disk did not take. */
final class Saving {
    private final Checkpoints checkpoints;
    private final Keeping keeping;
    private final Consumer<String> note;
    private Runnable before = () -> {};
    private Optional<Position> saved = Optional.empty();
    private Optional<BadFile> unsaved = Optional.empty();

    Saving(Checkpoints checkpoints, Keeping keeping, Consumer<String> note) {
        this.checkpoints = checkpoints;
        this.keeping = keeping;
        this.note = note;
    }

    /** What has to be on the disk before a checkpoint is, since a run that is resumed goes on from there. */
    void before(Runnable flush) {
        before = flush;
    }

    /** A checkpoint of this position is there already. */
    void found(Position position) {
        saved = Optional.of(position);
    }

    /** @throws BadFile if it cannot be written */
    void now(TrainingState state, Position position, EpochProgress progress) {
        if (saved.equals(Optional.of(position))) {
            return;
        }
        before.run();
        checkpoints.write(state, position, progress, keeping);
        saved = Optional.of(position);
        unsaved = Optional.empty();
    }

    /** Training goes on without a checkpoint that could not be written, unless it was the last. */
    void ifPossible(TrainingState state, Position position, EpochProgress progress) {
        try {
            now(state, position, progress);
        } catch (BadFile failure) {
            unsaved = Optional.of(failure);
            note.accept(failure.getMessage() + "; earlier checkpoints are kept, training goes on");
        }
    }

    /** @throws BadFile if the last checkpoint could not be written */
    void requireSaved() {
        unsaved.ifPresent(failure -> {
            throw failure;
        });
    }
}

package dync.train;

import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.train.policy.Keeping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;

/**
 * The checkpoints of a run folder. The newest two are kept always: should the last be damaged, the one before it is there.
 */
final class Checkpoints {
    private static final int NEWEST = 2;

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a checkpoint, and then removes those that are too old.
     *
     * @param keeping which of the older ones are worth keeping
     * @throws BadFile if it cannot be written; all others stay
     */
    Path write(TrainingState state, Position position, EpochProgress progress, Keeping keeping) {
        Path path = folder.resolve(position.fileName());
        Checkpoint.write(path, state, position, progress);
        Set<Integer> worthy = keeping.epochs(state.history().all());
        List<Position> all = positions();
        for (Position old : all.subList(Math.min(NEWEST, all.size()), all.size())) {
            if (old.batches() == 0 && worthy.contains(old.epochs())) {
                continue;
            }
            try {
                Files.deleteIfExists(folder.resolve(old.fileName()));
            } catch (IOException e) {
                throw new BadFile(
                        folder.resolve(old.fileName()),
                        "cannot be removed: " + e.getMessage(),
                        "check that the folder is yours",
                        e);
            }
        }
        return path;
    }

    /** Newest first. */
    List<Position> positions() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> Position.ofFileName(file.getFileName().toString()).stream())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new BadFile(folder, "cannot be listed: " + e.getMessage(), "check that the folder is yours", e);
        }
    }

    /**
     * Restores weights, optimiser and random numbers from the newest checkpoint that is whole.
     *
     * @param note hears of damaged ones
     * @throws BadFile if there is none, or it does not fit the model
     */
    Position restore(TrainingState state, EpochProgress progress, Consumer<String> note) {
        return newest(note, checkpoint -> checkpoint.restore(state, progress));
    }

    /**
     * Gives a model, or a variant that does without some of them, the weights of a checkpoint.
     *
     * @param keeping what is best
     * @param note hears of weights that are left out, and of checkpoints that are damaged or gone
     * @return that of which they are
     * @throws BadFile if there is none, or it does not fit the model
     */
    Position load(DynModel model, CheckpointChoice choice, Keeping keeping, Consumer<String> note) {
        Consumer<Checkpoint> use = checkpoint -> checkpoint.restoreVariant(model, note);
        if (choice instanceof CheckpointChoice.Newest) {
            return newest(note, use);
        }
        Position position =
                choice instanceof CheckpointChoice.AfterEpoch after ? after(after.epoch()) : best(keeping, note);
        try (PointerScope scope = new PointerScope()) {
            use.accept(Checkpoint.read(folder.resolve(position.fileName())));
        }
        return position;
    }

    private Position after(int epoch) {
        Position position = new Position(epoch, 0);
        if (!positions().contains(position)) {
            throw new BadFile(
                    folder,
                    "holds no checkpoint after epoch " + epoch,
                    "it has those after epoch " + epochs() + "; training.keep says which stay");
        }
        return position;
    }

    private String epochs() {
        return positions().stream()
                .filter(position -> position.batches() == 0)
                .map(position -> Integer.toString(position.epochs()))
                .collect(Collectors.joining(", "));
    }

    private Position best(Keeping keeping, Consumer<String> note) {
        String metric = keeping.monitor().metric();
        List<Integer> ranked = new ArrayList<>();
        newest(
                note,
                checkpoint ->
                        ranked.addAll(keeping.ranked(checkpoint.history().all().getOrDefault(metric, List.of()))));
        if (ranked.isEmpty()) {
            throw new BadFile(folder, "has no epoch with " + metric, "take the newest checkpoint");
        }
        List<Position> there = positions();
        for (int epoch : ranked) {
            Position position = new Position(epoch, 0);
            if (there.contains(position)) {
                return position;
            }
            note.accept("the checkpoint after epoch " + epoch + " is not there, which is better by " + metric);
        }
        throw new BadFile(folder, "holds no checkpoint after an epoch", "take the newest checkpoint");
    }

    private Position newest(Consumer<String> note, Consumer<Checkpoint> use) {
        List<String> damaged = new ArrayList<>();
        for (Position position : positions()) {
            try (PointerScope scope = new PointerScope()) {
                Optional<Checkpoint> checkpoint = read(position, problem -> {
                    damaged.add(problem);
                    note.accept(problem + "; trying the checkpoint before it");
                });
                if (checkpoint.isPresent()) {
                    use.accept(checkpoint.get());
                    return position;
                }
            }
        }
        throw damaged.isEmpty()
                ? new BadFile(folder, "holds no checkpoint", "the run was stopped before its first one; train anew")
                : new BadFile(
                        folder,
                        "holds no checkpoint that can be read\n  " + String.join("\n  ", damaged),
                        "restore the folder from a copy, or train anew");
    }

    private Optional<Checkpoint> read(Position position, Consumer<String> damaged) {
        try {
            return Optional.of(Checkpoint.read(folder.resolve(position.fileName())));
        } catch (BadFile e) {
            damaged.accept(e.getMessage());
            return Optional.empty();
        }
    }
}

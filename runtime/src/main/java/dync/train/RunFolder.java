package dync.train;

import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.runtime.file.TextFile;
import dync.settings.Place;
import dync.settings.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The folder of one run: {@code experiment.yaml}, {@code metrics.csv}, checkpoints, and copies of the texts that the model
 * was made from. Every file in it is whole at any time, whenever the machine stops.
 */
public final class RunFolder {
    /** Where the experiment is. */
    public static final String EXPERIMENT = "experiment.yaml";

    /** Where the source of a model comes from that the folder holds itself. */
    public static final String KEPT = "kept in this folder";

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes a new folder; if the name is taken, one with a number after it.
     *
     * @param runs where the folders of all runs are; made if need be
     * @param name letters, digits, dots, dashes and underscores
     * @throws UserError if the name is none
     * @throws BadFile if the folder or its experiment cannot be written
     */
    public static RunFolder create(Path runs, String name, Experiment experiment) {
        return create(runs, name, experiment.yaml());
    }

    /** The same, keeping beside each setting where it came from. */
    public static RunFolder create(Path runs, String name, Settings.Read<Experiment> experiment) {
        return create(runs, name, experiment.explained());
    }

    private static RunFolder create(Path runs, String name, String experiment) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new UserError(
                    "'" + name + "' cannot be the name of a run", "use letters, digits, dots, dashes and underscores");
        }
        RunFolder folder = new RunFolder(make(runs, name));
        folder.keep(EXPERIMENT, experiment);
        return folder;
    }

    private static Path make(Path runs, String name) {
        try {
            Files.createDirectories(runs);
            for (int number = 1; ; number++) {
                Path path = runs.resolve(number == 1 ? name : name + "-" + number);
                try {
                    return Files.createDirectory(path);
                } catch (FileAlreadyExistsException taken) {
                    // the next number may be free
                }
            }
        } catch (IOException e) {
            throw new BadFile(
                    runs,
                    "cannot take a folder for the run: " + e.getMessage(),
                    "choose a folder that you may write to",
                    e);
        }
    }

    /**
     * Opens the folder of an earlier run.
     *
     * @throws BadFile if it is not there, or is not the folder of a run
     */
    public static RunFolder open(Path path) {
        if (!Files.isDirectory(path)) {
            throw new BadFile(path, "there is no such folder", "give the folder of a run, for example runs/ventral");
        }
        RunFolder folder = new RunFolder(path);
        folder.experiment();
        return folder;
    }

    /**
     * Opens the folder of a run that has something to go on from.
     *
     * @throws BadFile if it is not there, is not the folder of a run, or has no checkpoint
     */
    public static RunFolder openBegun(Path path) {
        RunFolder folder = open(path);
        if (folder.checkpoints().positions().isEmpty()) {
            throw new BadFile(
                    path,
                    "holds an experiment, but no checkpoint",
                    "give the folder of a run, for example runs/ventral; dync train makes one");
        }
        return folder;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * What the run does.
     *
     * @throws BadFile if {@code experiment.yaml} is missing or cannot be read
     * @throws dync.settings.BadSettings with all that is wrong in it
     */
    public Experiment experiment() {
        return read().value();
    }

    private Settings.Read<Experiment> read() {
        return ExperimentReader.file(path.resolve(EXPERIMENT)).read();
    }

    /**
     * Changes settings, for a run that is continued with others: more epochs, another device or number of threads. What
     * decides the order of the images has to stay; {@link Trainer#resume} sees to that.
     *
     * @param changes of the experiment that the folder holds
     * @throws BadFile if it cannot be written; the old one stays
     */
    public void update(UnaryOperator<ExperimentReader> changes) {
        Path file = path.resolve(EXPERIMENT);
        ExperimentReader reader = ExperimentReader.file(file);
        List<String> old =
                TextFile.read(file, "check that the folder is a run").lines().toList();
        String source = reader.read().value().model().file();
        if (Path.of(source).startsWith(path.toAbsolutePath())) {
            // so that the folder can be moved
            reader.set(
                    "model.file",
                    path.toAbsolutePath().relativize(Path.of(source)).toString(),
                    KEPT);
        }
        keep(EXPERIMENT, changes.apply(reader).read().explained(place -> remark(place, old)));
    }

    /** A setting that stays keeps the remark that it has. */
    private static String remark(Place place, List<String> old) {
        if (!place.source().label().endsWith(EXPERIMENT)) {
            return place.origin();
        }
        String line = old.get(place.line() - 1);
        return line.contains(" # ") ? line.substring(line.lastIndexOf(" # ") + 3) : "";
    }

    /**
     * Keeps a text beside the experiment: the model's source, the generated class.
     *
     * @param name file name, perhaps within a folder: {@code generated/Ventral.java}
     * @throws BadFile if it cannot be written
     */
    public void keep(String name, String text) {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new BadFile(
                    file.getParent(), "cannot be made: " + e.getMessage(), "check that the folder is yours", e);
        }
        TextFile.write(file, text);
    }

    /** How far the newest checkpoint has come; {@link Position#START} if there is none. Its contents are not checked. */
    public Position position() {
        return checkpoints().positions().stream().findFirst().orElse(Position.START);
    }

    /** Loads the weights of the newest checkpoint that is whole; see the other one. */
    public Position load(DynModel model, Consumer<String> note) {
        return load(model, CheckpointChoice.NEWEST, note);
    }

    /**
     * Loads what the run has learned.
     *
     * @param model built as {@link #experiment} says, or a variant: weights that it does not have are left out
     * @param note hears of those, and of checkpoints that are damaged or gone, as lines for the user
     * @return how far the run had come with them
     * @throws BadFile if there is no such checkpoint that can be read, or it lacks a weight of the model, which then keeps its
     *     values
     */
    public Position load(DynModel model, CheckpointChoice choice, Consumer<String> note) {
        return checkpoints().load(model, choice, experiment().training().keep(), note);
    }

    Checkpoints checkpoints() {
        return new Checkpoints(path);
    }
}

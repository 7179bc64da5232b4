package dync.train;

import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The folder of one run: {@code config.yaml}, {@code metrics.csv}, checkpoints, and copies of the texts that the model
 * was made from. Every file in it is whole at any time, whenever the machine stops.
 */
public final class RunFolder {
    private static final String CONFIG = "config.yaml";

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
     * @throws BadFile if the folder or its configuration cannot be written
     */
    public static RunFolder create(Path runs, String name, RunConfig config) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new UserError(
                    "'" + name + "' cannot be the name of a run", "use letters, digits, dots, dashes and underscores");
        }
        RunFolder folder = new RunFolder(make(runs, name));
        folder.update(config);
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
        folder.config();
        return folder;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** @throws BadFile if {@code config.yaml} is missing or damaged */
    public RunConfig config() {
        return ConfigFile.read(path.resolve(CONFIG));
    }

    /**
     * Changes the configuration, for a run that is continued with other settings: more epochs, another device or number
     * of threads. What decides the order of the images has to stay; {@link Trainer#resume} sees to that.
     *
     * @throws BadFile if it cannot be written; the old one stays
     */
    public void update(RunConfig config) {
        ConfigFile.write(path.resolve(CONFIG), config);
    }

    /**
     * Keeps a text beside the configuration: the model's source, the generated class.
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

    /**
     * Loads what the run has learned: the weights of the newest checkpoint that is whole.
     *
     * @param model built as {@link #config} says
     * @param note hears of damaged checkpoints, as lines for the user
     * @return how far the run had come with them
     * @throws BadFile if there is no checkpoint that can be read, or it is of another model, which then keeps its values
     */
    public Position load(DynModel model, Consumer<String> note) {
        return checkpoints().restoreWeights(model, note);
    }

    Checkpoints checkpoints() {
        return new Checkpoints(path);
    }

    MetricsFile metrics() {
        return new MetricsFile(path.resolve("metrics.csv"));
    }
}

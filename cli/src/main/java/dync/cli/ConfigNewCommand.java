package dync.cli;

import dync.experiment.ExperimentSchema;
import dync.runtime.BadFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dync config new}. */
@Command(
        name = "new",
        header = "Write an experiment to begin with.",
        description = {
            "",
            "Beside it goes experiment.schema.json, from which editors complete and explain the settings."
        },
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Nothing is overwritten."})
final class ConfigNewCommand implements Runnable {
    private static final String SCHEMA = "experiment.schema.json";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "experiment.yaml",
            description = "The file to write: ${DEFAULT-VALUE}.")
    private Path file;

    private final Console console;

    ConfigNewCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        write(file, starter().replace("experiment.yaml", file.getFileName().toString()));
        Path schema = file.resolveSibling(SCHEMA);
        if (Files.exists(schema)) {
            console.err().println("dync: " + schema + " stays as it is; dync config schema prints the newest");
        } else {
            write(schema, ExperimentSchema.json());
        }
        console.out().println(file);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new BadFile(file, "is there already", "give another name, or move it away", e);
        } catch (IOException e) {
            throw new BadFile(file, "cannot be written: " + e.getMessage(), "choose a folder that you may write to", e);
        }
    }

    static String starter() {
        try (InputStream in = ConfigNewCommand.class.getResourceAsStream("starter.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the starter cannot be read", e);
        }
    }
}

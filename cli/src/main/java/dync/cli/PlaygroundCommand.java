package dync.cli;

import dync.playground.Browser;
import dync.playground.EditedFile;
import dync.playground.Playground;
import dync.runtime.BadFile;
import dync.runtime.UserError;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync playground}. */
@Command(
        name = "playground",
        header = "Edit models in the browser, with their pictures beside them.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync playground                          the examples, to change as you like",
            "  dync playground my.dyn                   a file of yours; Ctrl+S in the page saves it",
            "  dync playground --no-open --port 8080    for a browser elsewhere, through ssh -L 8080:127.0.0.1:8080",
            "",
            "Only this machine is answered, and only at the address that is printed. Ctrl-C ends it."
        })
final class PlaygroundCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The .dyn file to edit.")
    private Optional<Path> file;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port to listen on; any free one if left out.")
    private int port;

    @Option(names = "--no-open", description = "Print the address without opening a browser.")
    private boolean quiet;

    private final Console console;

    PlaygroundCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<EditedFile> edited = file.isEmpty() ? Optional.empty() : Optional.of(open(file.get()));
        if (port < 0 || port > LAST_PORT) {
            throw new UserError(
                    "there is no port " + port, "ports go from 1 to " + LAST_PORT + "; leave it out to get a free one");
        }
        if (!Playground.available()) {
            throw new UserError(
                    "the page of the playground is missing: dync was built without npm",
                    "install Node.js 20 or newer, which has npm (https://nodejs.org), then call dync playground again");
        }
        try (Playground playground = start(edited);
                Interrupts interrupts = Interrupts.watch(playground::close)) {
            console.out().println(playground.address());
            console.out().flush();
            if (quiet || !Browser.open(playground.address())) {
                console.err().println("open this address in a browser; Ctrl-C ends the playground");
            } else {
                console.err().println("the browser opens; Ctrl-C ends the playground");
            }
            playground.join();
        }
        return ExitCode.OK;
    }

    private Playground start(Optional<EditedFile> edited) {
        try {
            return Playground.start(port, edited);
        } catch (BindException taken) {
            throw new UserError(
                    "port " + port + " is in use, or may not be used",
                    "name another with --port, or leave it out to get a free one",
                    taken);
        }
    }

    private static EditedFile open(Path file) throws IOException {
        try {
            return EditedFile.of(file);
        } catch (NoSuchFileException missing) {
            throw new BadFile(file, "there is no such file", "check the path, or create the file first", missing);
        } catch (CharacterCodingException binary) {
            throw new BadFile(file, "is not UTF-8 text", "save it as UTF-8", binary);
        }
    }
}

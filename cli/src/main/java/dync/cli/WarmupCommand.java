package dync.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Runs other commands for the classes they load, so that the virtual machine can archive these. The build calls it;
 * users have no use for it.
 */
@Command(name = "warmup", hidden = true)
final class WarmupCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(new Terminal(true, true, true, 80), nowhere, nowhere);
        Path folder = Files.createTempDirectory("dync");
        Path model = folder.resolve("warmup.dyn");
        try (InputStream text = WarmupCommand.class.getResourceAsStream("warmup.dyn")) {
            Files.copy(text, model, StandardCopyOption.REPLACE_EXISTING);
            String file = model.toString();
            Dync.run(console, "--help");
            Dync.run(console, "no-such-command");
            Dync.run(console, "explain", "DYN0505");
            Dync.run(console, "version");
            Dync.run(console, "data", "list");
            Dync.run(console, "check", file, "--set", "no_such_parameter=1");
            Dync.run(console, "check", file, "--format", "json");
            Dync.run(console, "compile", file, "--emit", "ast");
            return Dync.run(console, "compile", file);
        } finally {
            Files.deleteIfExists(model);
            Files.deleteIfExists(folder);
        }
    }
}

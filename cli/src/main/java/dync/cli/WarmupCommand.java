package dync.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;

/**
 * Runs other commands for the classes they load, so that the virtual machine can archive these. The build calls it;
 * users have no use for it.
 */
@Command(name = "warmup", hidden = true)
final class WarmupCommand implements Runnable {
    @Override
    public void run() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(new Terminal(true, true, true, 80), nowhere, nowhere);
        Dync.run(console, "--help");
        Dync.run(console, "explain", "DYN0001");
        Dync.run(console, "no-such-command");
        Dync.run(console, "version");
        Dync.run(console, "data", "list");
    }
}

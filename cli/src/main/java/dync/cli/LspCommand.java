package dync.cli;

import dync.lsp.StdioServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dync lsp}. */
@Command(
        name = "lsp",
        header = "Serve an editor: the language server, on standard input and output.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Editors start it themselves; docs/editors.md says how to set each of them up."})
final class LspCommand implements Callable<Integer> {
    @Option(names = "--stdio", description = "Say what is the only way: some editors add it.")
    void stdio(boolean asked) {
        // there is no other way
    }

    @Override
    public Integer call() {
        return StdioServer.run(System.in, System.out);
    }
}

package dync.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry of the command line. */
@Command(
        name = "dync",
        header = "A language and compiler for dynamical models of vision.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "@|bold dync|@ COMMAND [OPTIONS] …",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "",
        versionProvider = Versions.class,
        footer = {
            "",
            "Examples:",
            "  dync check examples/ventral.dyn     find the mistakes in a model",
            "  dync train examples/ventral.dyn     train it on small rendered shapes",
            "  dync explain DYN0304                what a diagnostic means and how to mend it",
            "",
            "@|bold dync COMMAND --help|@ tells more of each."
        })
public final class Dync implements Runnable {
    @Spec
    private CommandSpec spec;

    private Dync() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(new Console(Terminal.ofProcess(), System.out, System.err), args));
    }

    /** Runs one command and answers with its exit code. */
    static int run(Console console, String... args) {
        Failures failures = new Failures(console);
        try {
            CommandLine line = commandLine(console);
            failures.attach(line);
            return line.execute(args);
        } catch (Error e) {
            return failures.failed(e);
        }
    }

    /** All commands. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Dync());
        CommandGroups groups = new CommandGroups();
        groups.add(
                line,
                "Models",
                new ModelsCommand(console),
                new CheckCommand(console),
                new CompileCommand(console),
                new DescribeCommand(console),
                new ExplainCommand(console),
                new FmtCommand(console));
        groups.add(
                line,
                "Training",
                new ConfigCommand(console),
                new TrainCommand(console),
                new TestCommand(console),
                new ImportCommand(console),
                new ExportCommand(console),
                new DataCommand(console));
        groups.add(
                line,
                "The tool",
                new LspCommand(),
                new PlaygroundCommand(console),
                new BundleCommand(console),
                new CompletionCommand(console),
                new VersionCommand(console));
        groups.show(line);
        line.getSubcommands()
                .get("data")
                .addSubcommand(new PackCommand(console))
                .addSubcommand(new CheckDataCommand(console));
        line.getSubcommands()
                .get("config")
                .addSubcommand(new ConfigNewCommand(console))
                .addSubcommand(new ConfigShowCommand(console))
                .addSubcommand(new ConfigCheckCommand(console))
                .addSubcommand(new ConfigProfilesCommand(console));
        line.addSubcommand(new WarmupCommand());
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.terminal().colourOut() ? Ansi.ON : Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(100);
        return line;
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this page.")
    void help(boolean asked) {
        // picocli shows it
    }

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the versions, as dync version does.")
    void version(boolean asked) {
        // picocli shows it
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log what is done; -vv logs more.")
    void verbose(boolean[] times) {
        System.setProperty("dync.log", times.length > 1 ? "debug" : "info");
    }

    /** Without a command, shows which there are. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

package dync.cli;

import dync.DynException;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.settings.BadSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one message and an exit code. A stack trace goes to a file, never to the terminal. */
final class Failures {
    private final PrintStream err;
    private final Terminal terminal;

    Failures(Console console) {
        this.err = console.err();
        this.terminal = console.terminal();
    }

    /** A command line that cannot be understood. */
    int usage(ParameterException failure) {
        CommandSpec spec = failure.getCommandLine().getCommandSpec();
        if (failure instanceof UnmatchedArgumentException found
                && !found.getUnmatched().isEmpty()) {
            unmatched(found.getUnmatched().get(0), spec);
        } else {
            say(lowerFirst(failure.getMessage()), Optional.empty());
        }
        err.println("see: " + spec.qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** A command that failed. */
    int failed(Throwable failure) {
        if (failure instanceof DynException source) {
            err.print(new TerminalRenderer(terminal.colourErr()).render(source.diagnostics()));
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof BadSettings settings) {
            settings.problems().forEach(problem -> say(problem.shown(), Optional.empty()));
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof UserError error) {
            say(error.getMessage(), error.help());
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof UncheckedIOException wrapped) {
            return failed(wrapped.getCause());
        }
        if (failure instanceof FileSystemException file) {
            say(describe(file), Optional.empty());
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof OutOfMemoryError) {
            say("out of memory", Optional.of("try a smaller --batch, or more memory: DYNC_JAVA_OPTS=-Xmx8g"));
            return ExitCode.INTERNAL;
        }
        return internal(failure);
    }

    private int internal(Throwable failure) {
        String where;
        try {
            Path log = Files.createTempFile("dync-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
                failure.printStackTrace(writer);
            }
            where = "the details are in " + log;
        } catch (IOException e) {
            where = "the details could not be written: " + e.getMessage();
        }
        say("a mistake inside dync: " + failure, Optional.of(where + "; please report it"));
        return ExitCode.INTERNAL;
    }

    private void say(String message, Optional<String> help) {
        err.println(paint("1;31", "error") + ": " + message);
        help.ifPresent(text -> err.println("  = " + paint("1;36", "help") + ": " + text));
    }

    private String paint(String style, String text) {
        return terminal.colourErr() ? "\033[" + style + "m" + text + "\033[0m" : text;
    }

    private void unmatched(String argument, CommandSpec spec) {
        String word = argument.replaceFirst("=.*", "");
        if (word.startsWith("-")) {
            say(spec.qualifiedName() + " has no option " + word, Optional.of(Nearest.advice(word, options(spec))));
        } else if (spec.subcommands().isEmpty()) {
            say(spec.qualifiedName() + " takes no further argument: " + word, Optional.empty());
        } else {
            List<String> commands = spec.subcommands().values().stream()
                    .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                    .map(CommandLine::getCommandName)
                    .toList();
            say("there is no command " + word, Optional.of(Nearest.advice(word, commands)));
        }
    }

    private static List<String> options(CommandSpec spec) {
        return spec.options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
    }

    private static String describe(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return failure.getFile() + ": there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getFile() + ": permission denied";
        }
        String reason = failure.getReason() == null ? "cannot be used" : lowerFirst(failure.getReason());
        return failure.getFile() + ": " + reason;
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /** Hooks both kinds of failure into picocli. */
    void attach(CommandLine line) {
        line.setParameterExceptionHandler((failure, args) -> usage(failure));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    }
}

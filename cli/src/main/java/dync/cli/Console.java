package dync.cli;

import java.io.PrintStream;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}.
 *
 * @param terminal what the two lead to
 */
public record Console(Terminal terminal, PrintStream out, PrintStream err) {}

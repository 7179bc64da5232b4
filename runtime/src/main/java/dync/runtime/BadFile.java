package dync.runtime;

import java.nio.file.Path;

/** A file that cannot be read or written as asked; the message begins with its path. */
public final class BadFile extends UserError {
    private static final long serialVersionUID = 1;

    private final String path;

    public BadFile(Path file, String problem, String help) {
        this(file, problem, help, null);
    }

    public BadFile(Path file, String problem, String help, Throwable cause) {
        super(file + ": " + problem, help, cause);
        this.path = file.toString();
    }

    public Path file() {
        return Path.of(path);
    }
}

package dync.runtime;

import java.util.Optional;

/**
 * Something that the person who runs a model can mend: shown as a message and an advice, without a stack trace.
 * The message is a fact in lower case without a full stop; what to do about it is in {@link #help()}.
 */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String help;

    public UserError(String message, String help) {
        this(message, help, null);
    }

    /** @param help what to do about it, or the empty string */
    public UserError(String message, String help, Throwable cause) {
        super(message, cause);
        this.help = help;
    }

    /** What to do about it. */
    public Optional<String> help() {
        return help.isEmpty() ? Optional.empty() : Optional.of(help);
    }
}

package dync.cli;

import java.util.Map;

/**
 * What the standard streams lead to.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param colour whether the user wants colour where a terminal can show it
 * @param columns how wide the terminal is
 */
public record Terminal(boolean out, boolean err, boolean colour, int columns) {

    private static final int USUAL_COLUMNS = 80;

    /** What the launcher saw; Java itself cannot tell one stream from the other. */
    static Terminal ofProcess() {
        int columns = Integer.getInteger("dync.columns", USUAL_COLUMNS);
        return of(System.getProperty("dync.tty", ""), columns, System.getenv());
    }

    /**
     * Reads the launcher's word and the environment.
     *
     * @param streams the numbers of the streams that are terminals, such as {@code 12}
     * @see <a href="https://no-color.org">no-color.org</a>
     */
    static Terminal of(String streams, int columns, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        // one that can neither colour nor move its cursor is written to like a file
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                streams.contains("1") && !dumb,
                streams.contains("2") && !dumb,
                !refused,
                Math.max(columns, USUAL_COLUMNS / 2));
    }

    boolean colourOut() {
        return out && colour;
    }

    boolean colourErr() {
        return err && colour;
    }
}

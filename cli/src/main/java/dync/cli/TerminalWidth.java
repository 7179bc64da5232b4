package dync.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** How wide the terminal is while its window changes; where the system does not tell, as wide as it was. */
final class TerminalWidth {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private TerminalWidth() {}

    /** Asks again on a thread of its own, at most every two seconds and only when it is used. */
    static IntSupplier watched(int atFirst) {
        AtomicInteger columns = new AtomicInteger(atFirst);
        long[] asked = {System.nanoTime()};
        return () -> {
            if (System.nanoTime() - asked[0] > PAUSE) {
                asked[0] = System.nanoTime();
                Thread thread = new Thread(() -> columns.set(ask(columns.get())), "terminal width");
                thread.setDaemon(true);
                thread.start();
            }
            return columns.get();
        };
    }

    private static int ask(int before) {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return parse(answer, before);
        } catch (IOException unknown) {
            return before;
        }
    }

    /** @param answer rows and columns */
    static int parse(String answer, int before) {
        return answer.matches("\\d{1,4} [1-9]\\d{0,3}") ? Integer.parseInt(answer.split(" ")[1]) : before;
    }
}

package dync.lsp;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The server over standard input and output, as editors start it. */
public final class StdioServer {
    private StdioServer() {}

    /** Runs until the client leaves. Arguments such as {@code --stdio}, which some clients add, say nothing new. */
    public static void main(String[] args) {
        System.exit(run(System.in, System.out));
    }

    /**
     * Runs until the client leaves.
     *
     * @return 0 where it said so before, else 1
     */
    public static int run(InputStream in, PrintStream out) {
        // nothing but the protocol may stand on standard output
        System.setOut(System.err);
        CountDownLatch left = new CountDownLatch(1);
        DynServer server = new DynServer(left::countDown);
        Future<Void> reading = server.start(in, out);
        Thread end = new Thread(() -> await(reading, left), "dync-lsp-end");
        end.setDaemon(true);
        end.start();
        try {
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
        out.flush();
        return server.isShutDown() ? 0 : 1;
    }

    /** The client may also leave without a word: then the input ends. */
    private static void await(Future<Void> reading, CountDownLatch left) {
        try {
            reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            System.err.println(Failures.text("reading from the client", e.getCause()));
        } finally {
            left.countDown();
        }
    }
}

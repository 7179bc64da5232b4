package dync.playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** A running playground: a web server of this machine alone, until it is closed. */
public final class Playground implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 16;

    private final Server server;
    private final URI address;

    private Playground(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /** Whether dync was built with npm, without which there is no page. */
    public static boolean available() {
        return Page.bundled().isPresent();
    }

    /**
     * Starts one.
     *
     * @param port the port to listen on, 0 for any that is free
     * @param file the file to edit beside the examples
     * @throws BindException if another program listens on the port
     * @throws IllegalStateException if the page is not {@link #available}
     */
    public static Playground start(int port, Optional<EditedFile> file) throws BindException {
        return start(port, file, Page.bundled().orElseThrow());
    }

    static Playground start(int port, Optional<EditedFile> file, Page page) throws BindException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("playground");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setStopTimeout(Duration.ofSeconds(2).toMillis());

        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);

        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
        sockets.setMaxTextMessageSize(Routes.LONGEST_TEXT);
        sockets.setIdleTimeout(Duration.ZERO); // a page may be left open over night

        Token token = Token.random();
        server.setHandler(new Routes(new Guard(token), page, file, sockets));
        run(server);
        return new Playground(
                server, URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort() + "/" + token.text() + "/"));
    }

    private static void run(Server server) throws BindException {
        try {
            server.start();
        } catch (IOException failed) {
            if (failed.getCause() instanceof BindException taken) {
                throw taken;
            }
            throw new UncheckedIOException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException("the web server does not start", failed);
        }
    }

    /** Where the browser finds it; whoever knows the address can use it. */
    public URI address() {
        return address;
    }

    /** Waits until it is closed. */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Ends it, with all connections. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the web server does not stop", failed);
        }
    }
}

package dync.lsp.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.lsp.StdioServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The server as a process of its own, and a client that sees the bytes. Frames are read by a parser that allows nothing
 * between them, so that any other byte on standard output fails the test that caused it.
 */
final class ServerProcess implements AutoCloseable {
    private static final int SECONDS = 60;

    private final Process process;
    private final BlockingQueue<Optional<JsonObject>> received = new LinkedBlockingQueue<>();
    private final List<JsonObject> aside = new ArrayList<>();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private volatile Optional<String> stray = Optional.empty();

    private ServerProcess(Process process) {
        this.process = process;
        daemon(this::readFrames);
        daemon(() -> {
            try {
                process.getErrorStream().transferTo(complaints);
            } catch (IOException ended) {
                // so has the process
            }
        });
    }

    static ServerProcess start(String... options) {
        return start(StdioServer.class, options);
    }

    static ServerProcess start(Class<?> main, String... options) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), "--stdio"));
        try {
            return new ServerProcess(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that has been initialised by a client that can do nothing in particular. */
    static ServerProcess initialised() {
        ServerProcess server = start();
        server.initialise("{}");
        return server;
    }

    void initialise(String capabilities) {
        JsonObject answer =
                ask(0, "initialize", "{\"processId\":null,\"rootUri\":null,\"capabilities\":" + capabilities + "}");
        if (!answer.has("result")) {
            throw new AssertionError("not initialised: " + answer);
        }
        tell("initialized", "{}");
    }

    void raw(byte[] bytes) {
        try {
            process.getOutputStream().write(bytes);
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void raw(String text) {
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    static String frame(String json) {
        return "Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
    }

    void send(String json) {
        raw(frame(json));
    }

    void tell(String method, String params) {
        send("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    JsonObject ask(int id, String method, String params) {
        send(request(id, method, params));
        return answer(id);
    }

    void open(String uri, String text) {
        JsonObject document = new JsonObject();
        document.addProperty("uri", uri);
        document.addProperty("languageId", "dyn");
        document.addProperty("version", 1);
        document.addProperty("text", text);
        JsonObject params = new JsonObject();
        params.add("textDocument", document);
        tell("textDocument/didOpen", params.toString());
    }

    /** The answer to a request; what else comes meanwhile is kept. */
    JsonObject answer(int id) {
        return next(message -> message.has("id")
                && !message.has("method")
                && message.get("id").toString().equals(String.valueOf(id)));
    }

    /** The error code of the next answer to nothing in particular. */
    JsonObject refusal() {
        return next(message -> message.has("error") && message.get("id").isJsonNull());
    }

    JsonObject notification(String method) {
        return next(message ->
                message.has("method") && message.get("method").getAsString().equals(method));
    }

    JsonObject next(Predicate<JsonObject> wanted) {
        for (JsonObject message : aside) {
            if (wanted.test(message)) {
                aside.remove(message);
                return message;
            }
        }
        while (true) {
            JsonObject message = next(TimeUnit.SECONDS.toMillis(SECONDS))
                    .orElseThrow(() -> new AssertionError("the server did not say what was waited for; it said " + aside
                            + ", and on standard error " + complaints()));
            if (wanted.test(message)) {
                return message;
            }
            aside.add(message);
        }
    }

    /** The next message; empty where none comes in time, or none at all any more. */
    Optional<JsonObject> next(long milliseconds) {
        try {
            Optional<JsonObject> message = received.poll(milliseconds, TimeUnit.MILLISECONDS);
            stray.ifPresent(problem -> {
                throw new AssertionError(problem);
            });
            return message == null ? Optional.empty() : message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Leaves what was kept to itself. */
    void forget() {
        aside.clear();
    }

    /** Whether it still answers. */
    boolean answers() {
        return ask(987_654, "workspace/nothing", "{}").has("error");
    }

    void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int exitCode() {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not leave");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String complaints() {
        return complaints.toString(StandardCharsets.UTF_8);
    }

    private void readFrames() {
        try {
            InputStream in = process.getInputStream();
            for (Optional<String> header = line(in); header.isPresent(); header = line(in)) {
                if (!header.get().startsWith("Content-Length: ") || !line(in).equals(Optional.of(""))) {
                    throw new IOException("no frame: " + header.get());
                }
                int length = Integer.parseInt(header.get().substring("Content-Length: ".length()));
                String content = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                received.add(Optional.of(JsonParser.parseString(content).getAsJsonObject()));
            }
        } catch (IOException | RuntimeException e) {
            stray = Optional.of("standard output holds something else than frames: " + e.getMessage());
        }
        received.add(Optional.empty());
    }

    private static Optional<String> line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.substring(0, line.length() - 1));
            }
            line.append((char) next);
        }
        if (!line.isEmpty()) {
            throw new IOException("half a header: " + line);
        }
        return Optional.empty();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package dync.bench;

import dync.lsp.wire.Frame;
import dync.lsp.wire.Frames;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An editor that has started a language server, and has one text open in it. */
final class Editor implements AutoCloseable {
    private static final String URI = "file:///tmp/dync-bench.dyn";
    private static final Pattern LIVE = Pattern.compile("Total +\\d+ +(\\d+)");

    private final Process process;
    private final OutputStream out;
    private final Frames in;
    private final double ready;
    private int version = 1;
    private long pressed = 0;
    private int ids = 1;

    /** Starts a server and waits until it says what it can do. */
    Editor(List<String> command) throws IOException {
        long begun = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.getOutputStream();
        in = new Frames(process.getInputStream());
        send("\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}");
        await("\"id\":1,\"result\"");
        ready = (System.nanoTime() - begun) / 1e6;
        send("\"method\":\"initialized\",\"params\":{}");
    }

    /** Milliseconds from the start of the process to its first answer. */
    double ready() {
        return ready;
    }

    void open(String text) throws IOException {
        send("\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"" + URI
                + "\",\"languageId\":\"dyn\",\"version\":1,\"text\":" + quoted(text) + "}}");
        await("\"version\":1}");
    }

    /** Presses a key; the time of the answer to what is asked next counts from here. */
    void edit(int line, int from, int to, String with) throws IOException {
        version++;
        pressed = System.nanoTime();
        send("\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"" + URI + "\",\"version\":"
                + version + "},\"contentChanges\":[{\"range\":{\"start\":{\"line\":" + line + ",\"character\":" + from
                + "},\"end\":{\"line\":" + line + ",\"character\":" + to + "}},\"text\":" + quoted(with) + "}]}");
    }

    /** Asks for completions, and waits for them and for the diagnostics of the version: milliseconds since the last key. */
    Latency latency(int line, int character) throws IOException {
        int id = ++ids;
        send("\"id\":" + id + ",\"method\":\"textDocument/completion\",\"params\":{\"textDocument\":{\"uri\":\"" + URI
                + "\"},\"position\":{\"line\":" + line + ",\"character\":" + character + "}}");
        double completion = -1;
        double diagnostics = -1;
        while (completion < 0 || diagnostics < 0) {
            String message = next();
            double now = (System.nanoTime() - pressed) / 1e6;
            if (message.startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",")) {
                completion = now;
            } else if (message.endsWith("\"version\":" + version + "}}")) {
                diagnostics = now;
            }
        }
        return new Latency(diagnostics, completion);
    }

    record Latency(double diagnostics, double completion) {}

    /** Bytes that are still in use behind a collection of garbage, in megabytes. */
    double liveMegabytes() throws IOException {
        Process histogram = new ProcessBuilder("jcmd", String.valueOf(process.pid()), "GC.class_histogram").start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = LIVE.matcher(text);
        return total.find() ? Long.parseLong(total.group(1)) / 1e6 : Double.NaN;
    }

    private void send(String content) throws IOException {
        Frames.write(out, "{\"jsonrpc\":\"2.0\"," + content + "}");
    }

    private void await(String part) throws IOException {
        while (!next().contains(part)) {
            // something else is said meanwhile
        }
    }

    private String next() throws IOException {
        Optional<Frame> frame = in.next();
        if (frame.isPresent() && frame.get() instanceof Frame.Content content) {
            return content.text();
        }
        throw new IllegalStateException("the server ended early");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Override
    public void close() {
        try {
            send("\"id\":0,\"method\":\"shutdown\",\"params\":null");
            send("\"method\":\"exit\",\"params\":null");
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}

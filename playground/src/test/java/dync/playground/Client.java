package dync.playground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A client of the playground that sends what it is told to, as a browser would not. */
final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;

    Client(URI address) {
        this.address = address;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String text, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).PUT(HttpRequest.BodyPublishers.ofString(text));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends lines as they stand, to {@code Host}s and paths that a decent client would not; the answer's first line. */
    String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return answer.lines()
                    .collect(Collectors.joining("\n"))
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    /** Opens a socket as a page of {@code origin} would. */
    Line open(String origin) {
        Line line = new Line();
        URI socket = URI.create(address.resolve("language").toString().replaceFirst("^http", "ws"));
        line.socket = HTTP.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(socket, line)
                .join();
        return line;
    }

    Line open() {
        return open(origin());
    }

    String origin() {
        return "http://" + address.getHost() + ":" + address.getPort();
    }

    /** An open socket, with the messages that have come. */
    static final class Line implements WebSocket.Listener, AutoCloseable {
        final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private WebSocket socket;

        void send(String message) {
            socket.sendText(message, true).join();
        }

        /** The next message that holds {@code text}. */
        String await(String text) throws InterruptedException {
            for (; ; ) {
                String message = received.poll(30, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("no message with " + text);
                }
                if (message.contains(text)) {
                    return message;
                }
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                received.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}

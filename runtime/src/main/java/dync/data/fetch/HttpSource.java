package dync.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Files from the publisher's own server.
 *
 * @param base address that the file names are appended to
 * @param names the files
 * @param patience how long to wait for a connection, and for the next bytes
 */
public record HttpSource(URI base, List<String> names, Duration patience) implements FetchSource {
    private static final long MOST_BYTES = 1L << 30;
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    @Override
    public String describe() {
        return "download from " + base;
    }

    @Override
    public Path obtain(Path work, FetchListener listener) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        for (String name : names) {
            try {
                download(client, name, work.resolve(name), listener);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the download was interrupted", e);
            }
        }
        return work;
    }

    private void download(HttpClient client, String name, Path file, FetchListener listener)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(name)).timeout(patience).build();
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException("no answer for " + name + reason(e), e);
        }
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("the server answers " + response.statusCode() + " for " + name);
            }
            long total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(in, out, name, total, listener);
            }
        }
    }

    private void copy(InputStream in, OutputStream out, String name, long total, FetchListener listener)
            throws IOException, InterruptedException {
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        long reported = System.nanoTime();
        for (int n = read(in, buffer, name); n >= 0; n = read(in, buffer, name)) {
            out.write(buffer, 0, n);
            done += n;
            if (done > MOST_BYTES) {
                throw new IOException(name + " is longer than " + MOST_BYTES + " bytes");
            }
            if (System.nanoTime() - reported > REPORT_NANOS) {
                reported = System.nanoTime();
                listener.progress(name, done, total);
            }
        }
        if (total >= 0 && done != total) {
            throw new IOException(name + " ended after " + done + " of " + total + " bytes");
        }
        listener.progress(name, done, total);
    }

    /** The client's own time limit ends with the headers; a server that falls silent in the middle is caught here. */
    private int read(InputStream in, byte[] buffer, String name) throws IOException, InterruptedException {
        CompletableFuture<Integer> next = CompletableFuture.supplyAsync(() -> {
            try {
                return in.read(buffer);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try {
            return next.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            in.close();
            throw new IOException(name + " came to a halt for " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(name + " broke off" + reason(e.getCause()), e);
        }
    }

    private static String reason(Throwable problem) {
        Throwable cause = problem;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String kind = cause.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
        return cause.getMessage() == null ? " (" + kind + ")" : ": " + cause.getMessage();
    }
}

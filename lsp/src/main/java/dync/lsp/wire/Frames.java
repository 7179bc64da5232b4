package dync.lsp.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Messages as they travel over a stream: header lines, an empty line, and as many bytes as {@code Content-Length} said.
 * Where a header is wrong, reading goes on at the next {@code Content-Length}: such a line cannot stand inside a content,
 * since JSON has no line ends in its strings.
 */
public final class Frames {
    private static final int MOST_LINE = 8 << 10;

    private final InputStream in;
    private Optional<Frame> pending = Optional.empty();
    private boolean lost = false;

    public Frames(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next message, or what stands in its place; empty at the end of the stream.
     *
     * @throws IOException where the stream cannot be read
     */
    public Optional<Frame> next() throws IOException {
        if (pending.isPresent()) {
            Optional<Frame> frame = pending;
            pending = Optional.empty();
            return frame;
        }
        Optional<Header> read = header();
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Header header = read.get();
        boolean strayed = header.hasStrayed() && !lost;
        Frame frame = content(header);
        lost = header.length().isEmpty();
        if (strayed && !lost) {
            pending = Optional.of(frame);
            return Optional.of(new Frame.Broken("the header of a message was expected, and there are other bytes"));
        }
        return Optional.of(frame);
    }

    /** Writes a message in one go. */
    public static void write(OutputStream out, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream(bytes.length + 32);
        frame.writeBytes(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(bytes);
        frame.writeTo(out);
        out.flush();
    }

    private Optional<Header> header() throws IOException {
        Header header = new Header();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (!line.get().isEmpty()) {
                header.add(line.get());
            } else if (!header.isEmpty()) {
                return Optional.of(header);
            }
        }
        return header.isEmpty() || lost ? Optional.empty() : Optional.of(header);
    }

    private Frame content(Header header) throws IOException {
        Optional<Integer> length = header.length();
        if (length.isEmpty()) {
            return new Frame.Broken(header.lengthProblem());
        }
        byte[] bytes = in.readNBytes(length.get());
        if (bytes.length < length.get()) {
            return new Frame.Broken("the input ended within a message");
        }
        Optional<Charset> charset = header.charset();
        return charset.isPresent()
                ? new Frame.Content(new String(bytes, charset.get()))
                : new Frame.Broken(header.charsetProblem());
    }

    /** The bytes up to the end of a line, without it; empty where none are left. */
    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toString().stripTrailing());
            }
            if (line.length() == MOST_LINE) {
                // no header is as long, but its beginning may be the last thing that was read
                line.delete(1, MOST_LINE / 2);
            }
            line.append((char) next);
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }
}

package dync.runtime.file;

import dync.runtime.BadFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of text, which is UTF-8. */
public final class TextFile {
    private TextFile() {}

    /**
     * All of a text; a mark of the byte order at its beginning is left out.
     *
     * @param help what to do where it is not the file that it should be
     * @throws BadFile if it cannot be read or is no text
     */
    public static String read(Path path, String help) {
        return read(path, Integer.MAX_VALUE - Long.BYTES, help);
    }

    /**
     * The same, where a longer one is surely another file.
     *
     * @param most how many bytes it may have
     */
    public static String read(Path path, int most, String help) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new BadFile(path, "is larger than " + size(most) + ", too large for its kind", help);
            }
            return text(path, bytes, help);
        } catch (IOException e) {
            String problem = Files.isDirectory(path) ? "is a folder and not a file" : FileFault.reading(e);
            throw new BadFile(path, problem, help, e);
        }
    }

    private static String size(int bytes) {
        return bytes < 1_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
    }

    /**
     * The text that bytes of a file are.
     *
     * @param help what to do where they are none
     * @throws BadFile if they are none
     */
    public static String text(Path path, byte[] bytes, String help) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) { // such as UTF-16, whose bytes may be UTF-8 as well
                throw new BadFile(path, "is not UTF-8 text", help);
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadFile(path, "is not UTF-8 text", help, e);
        }
    }

    /**
     * Writes a text, whole or not at all.
     *
     * @throws BadFile if it cannot be written; the old file stays
     */
    public static void write(Path path, String text) {
        AtomicFile.write(path, text.getBytes(StandardCharsets.UTF_8));
    }
}

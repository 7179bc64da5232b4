package dync.playground;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file on disk that the playground edits: the only one that it ever writes. */
public final class EditedFile {
    private final Path file;

    private EditedFile(Path file) {
        this.file = file;
    }

    /**
     * What stands in the file.
     *
     * @param version tells one content from another
     */
    record Content(String text, String version) {}

    /**
     * A file that exists; links are followed once, now.
     *
     * @throws CharacterCodingException if it is not UTF-8 text
     */
    public static EditedFile of(Path path) throws IOException {
        EditedFile file = new EditedFile(path.toRealPath());
        file.read();
        return file;
    }

    Path path() {
        return file;
    }

    Content read() throws IOException {
        String text = Files.readString(file);
        return new Content(text, version(text));
    }

    /**
     * Puts a text into the file, whole or not at all, unless the file is no longer what the page was given.
     *
     * @param known the version that the text replaces
     * @return what then stands in the file: the text, or what somebody else has put there
     */
    synchronized Content replace(String known, String text) throws IOException {
        Content before = read();
        if (!before.version().equals(known)) {
            return before;
        }
        if (!Files.isWritable(file)) {
            throw new java.nio.file.AccessDeniedException(file.toString());
        }
        Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.writeString(fresh, text);
            PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (rights != null) {
                Files.setPosixFilePermissions(fresh, rights.readAttributes().permissions());
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return new Content(text, version(text));
    }

    private static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

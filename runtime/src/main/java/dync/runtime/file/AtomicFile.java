package dync.runtime.file;

import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * Writes a file beside its place, waits until it is on the disk, and then puts it there in one move: a reader, or a
 * machine that comes back after a power cut, finds the old content or the new one.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What fills the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(WritableByteChannel out) throws IOException;
    }

    /** Writes these bytes; see the other one. */
    public static void write(Path path, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        write(path, out -> {
            while (rest.hasRemaining()) {
                out.write(rest);
            }
        });
    }

    /** @throws BadFile if it cannot be written; the old file stays and nothing is left behind */
    public static void write(Path path, Content content) {
        Path folder = path.toAbsolutePath().getParent();
        Path draft;
        try {
            draft = Files.createTempFile(folder, "." + path.getFileName(), ".part", readable());
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                content.writeTo(out);
                out.force(true);
            }
            move(draft, path);
            sync(folder);
        } catch (IOException failed) {
            throw unwritable(path, failed);
        } finally {
            discard(draft);
        }
    }

    /** As files usually are, by the user's mask; a temporary file would be the user's alone, and runs are shared. */
    private static FileAttribute<?>[] readable() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
                }
                : new FileAttribute<?>[0];
    }

    private static void move(Path draft, Path path) throws IOException {
        try {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The move itself is on the disk only when the folder is. */
    private static void sync(Path folder) throws IOException {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")) {
            return; // a folder cannot be opened there
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException stays) {
            // the disk fails altogether, which the first failure has said
        }
    }

    private static BadFile unwritable(Path path, IOException failed) {
        String reason = FileFault.reason(failed);
        boolean full = reason.toLowerCase(Locale.ROOT).matches(".*(no space left|not enough space|quota).*");
        return full
                ? new BadFile(path, "the disk is full", "make room there or choose another folder", failed)
                : new BadFile(path, "cannot be written: " + reason, "check that the folder is there and yours", failed);
    }
}

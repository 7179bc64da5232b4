package dync.runtime.file;

import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that grow by pieces, each of which is there whole or not at all. */
public final class GrowingFile {
    private GrowingFile() {}

    /**
     * Adds a piece to a file that is there.
     *
     * @param sure whether to wait until it is on the disk
     * @throws BadFile if the disk does not take it; what was there before stays
     */
    public static void append(Path path, byte[] piece, boolean sure) {
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            long end = file.size();
            try {
                file.position(end);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                if (sure) {
                    file.force(true);
                }
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new BadFile(path, "cannot be written: " + e.getMessage(), "make room on the disk", e);
        }
    }
}

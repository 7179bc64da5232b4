package dync.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IdxFileFuzzTest {
    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
        Path path = Files.createTempFile("dync", ".idx");
        try {
            bytes = bytes.length > 4 ? withMagic(bytes) : bytes;
            Files.write(path, bytes);
            IdxFile.read(path);
        } catch (BadFile refused) {
            assertThat(refused).hasMessageContaining(path.toString());
        } finally {
            Files.delete(path);
        }
    }

    private static byte[] withMagic(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[0] = 0;
        copy[1] = 0;
        copy[2] = 8;
        return copy;
    }
}

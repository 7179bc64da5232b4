package dync.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipEntriesTest {
    @TempDir
    Path folder;

    @Test
    void aCommentThatIsNoTextIsDamageAndNoMistakeOfOurs() throws IOException {
        Path path = folder.resolve("commented.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            ZipEntry entry = new ZipEntry("x_train.npy");
            entry.setComment("ééé");
            out.putNextEntry(entry);
        }
        try (ZipFile whole = new ZipFile(path.toFile())) {
            assertThat(ZipEntries.of(whole)).singleElement().hasToString("x_train.npy");
        }
        String bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        String letter = new String("é".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Files.write(path, bytes.replace(letter, "\u00ff\u00ff").getBytes(StandardCharsets.ISO_8859_1));
        try (ZipFile damaged = new ZipFile(path.toFile())) {
            assertThatThrownBy(() -> ZipEntries.of(damaged))
                    .isInstanceOf(ZipException.class)
                    .hasMessage("a name or a comment in it is no text");
        }
    }
}

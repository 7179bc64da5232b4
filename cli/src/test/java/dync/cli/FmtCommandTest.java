package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
    private static final String ROUGH = "const  half=1 / 2\n";
    private static final String FORMATTED = "const half = 1/2\n";
    private static final Path ROOT = Path.of(System.getProperty("dync.root"));

    @TempDir
    private Path folder;

    @Test
    void aFileIsFormattedInItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("a.dyn"), ROUGH);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Session session = Session.run("fmt", file.toString());

        assertThat(session.exit()).isZero();
        assertThat(session.out()).isEqualToNormalizingNewlines(file + ": formatted\n");
        assertThat(file).hasContent(FORMATTED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFileThatIsFormattedIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.dyn"), FORMATTED);
        Object before = Files.getLastModifiedTime(file);
        Session session = Session.run("fmt", file.toString());

        assertThat(session.exit()).isZero();
        assertThat(session.out()).isEqualToNormalizingNewlines(file + ": nothing to do\n");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }

    @Test
    void aFolderStandsForTheFilesBelowIt() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("models"));
        Path file = Files.writeString(inner.resolve("a.dyn"), ROUGH);
        Path other = Files.writeString(inner.resolve("notes.txt"), ROUGH);
        Path hidden = Files.writeString(
                Files.createDirectories(folder.resolve(".git")).resolve("a.dyn"), ROUGH);
        Session session = Session.run("fmt", folder.toString());

        assertThat(session.exit()).isZero();
        assertThat(file).hasContent(FORMATTED);
        assertThat(other).hasContent(ROUGH);
        assertThat(hidden).hasContent(ROUGH);
    }

    @Test
    void aFolderWithoutModelsIsSaidToHoldNone() {
        Session session = Session.run("fmt", folder.toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("holds no .dyn file");
    }

    @Test
    void checkingShowsTheDifferenceAndChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("a.dyn"), ROUGH);
        Session session = Session.run("fmt", "--check", file.toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out()).contains("-const  half=1 / 2", "+const half = 1/2", "@@ -1,1 +1,1 @@");
        assertThat(session.err()).contains(file + ": is not formatted");
        assertThat(file).hasContent(ROUGH);
    }

    @Test
    void whatCannotBeReadStaysAndIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.dyn"), "const a   = 1 +\nconst b   = 2\n");
        Session session = Session.run("fmt", file.toString());

        assertThat(session.exit()).isZero();
        assertThat(file).hasContent("const a   = 1 +\nconst b = 2\n");
        assertThat(session.err()).contains(file + ":1:1: stays as it is", "dync check");
    }

    @Test
    void editorsSendStandardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(ROUGH.getBytes(StandardCharsets.UTF_8)));
            Session session = Session.run("fmt", "--stdin");

            assertThat(session.exit()).isZero();
            assertThat(session.out()).isEqualTo(FORMATTED);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void nothingToFormatIsTheUsersMistake() {
        Session session = Session.run("fmt");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("nothing to format", "--stdin");
    }

    @Test
    void bytesThatAreNoTextAreSaidToBeNoneAndStay() throws IOException {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff};
        Path picture = Files.write(folder.resolve("picture.dyn"), bytes);
        Session session = Session.run("fmt", picture.toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("picture.dyn", "not UTF-8");
        assertThat(picture).hasBinaryContent(bytes);
    }

    @Test
    void theFilesOfTheProjectAreFormatted() {
        Session session = Session.run(
                "fmt",
                "--check",
                ROOT.resolve("examples").toString(),
                ROOT.resolve("stdlib/src/main/resources").toString(),
                ROOT.resolve("cli/src/main/resources").toString());

        assertThat(session.out()).contains("nothing to do");
        assertThat(session.exit()).isZero();
    }
}

package dync.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
    @TempDir
    private Path folder;

    private Path file;
    private Playground playground;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("mine.dyn");
        Files.writeString(file, "const a = 1\n");
        playground = Playground.start(0, Optional.of(EditedFile.of(file)), new Page(Set.of()));
        client = new Client(playground.address());
    }

    @AfterEach
    void stop() {
        playground.close();
    }

    private JsonObject begun() throws Exception {
        return JsonParser.parseString(client.get("start.json").body())
                .getAsJsonObject()
                .getAsJsonObject("file");
    }

    private HttpResponse<String> save(String version, String text) throws Exception {
        return client.put("file", text, "If-Match", version, "Origin", client.origin());
    }

    @Test
    void thePageGetsTheFile() throws Exception {
        assertThat(begun().get("text").getAsString()).isEqualTo("const a = 1\n");
        assertThat(begun().get("name").getAsString()).isEqualTo("mine.dyn");
        assertThat(begun().get("uri").getAsString()).startsWith("file:///").endsWith("/mine.dyn");
    }

    @Test
    void whatIsSavedStandsInTheFileAndNothingElseIsLeft() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        HttpResponse<String> answer = save(begun().get("version").getAsString(), "const b = 2\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(file).hasContent("const b = 2\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatWasChangedMeanwhileIsKept() throws Exception {
        String version = begun().get("version").getAsString();
        Files.writeString(file, "const other = 3\n");

        HttpResponse<String> answer = save(version, "const b = 2\n");

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).contains("const other");
        assertThat(file).hasContent("const other = 3\n");
    }

    @Test
    void anotherOriginSavesNothing() throws Exception {
        String version = begun().get("version").getAsString();

        assertThat(client.put("file", "x", "If-Match", version).statusCode()).isEqualTo(403);
        assertThat(client.put("file", "x", "If-Match", version, "Origin", "http://example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(file).hasContent("const a = 1\n");
    }

    @Test
    void noOtherFileIsWritten() throws Exception {
        String version = begun().get("version").getAsString();

        for (String path : new String[] {"other.dyn", "file/other.dyn", "file/../other.dyn", "start.json"}) {
            assertThat(client.put(path, "x", "If-Match", version, "Origin", client.origin())
                            .statusCode())
                    .isBetween(400, 404);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aTextLongerThanAnyModelIsRefused() throws Exception {
        URI address = playground.address();

        assertThat(client.raw(
                        "PUT " + address.getPath() + "file HTTP/1.1",
                        "Host: 127.0.0.1:" + address.getPort(),
                        "Origin: " + client.origin(),
                        "If-Match: " + begun().get("version").getAsString(),
                        "Content-Length: " + (Routes.LONGEST_TEXT + 1)))
                .contains(" 400 ");
        assertThat(file).hasContent("const a = 1\n");
    }

    @Test
    void theFileMustBeThereAndText() throws Exception {
        Path binary = Files.write(folder.resolve("binary.dyn"), new byte[] {(byte) 0xff, 0});

        assertThatThrownBy(() -> EditedFile.of(folder.resolve("none.dyn"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> EditedFile.of(binary)).isInstanceOf(CharacterCodingException.class);
    }
}

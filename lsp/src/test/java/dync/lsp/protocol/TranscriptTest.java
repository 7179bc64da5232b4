package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversations as they stand in {@code src/test/transcripts}, held with the real process. {@code -Dupdate} writes down
 * what the server says now, and leaves wildcards where they are.
 */
class TranscriptTest {
    static Stream<String> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("dync.root"), "lsp", "src", "test", "transcripts");
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theServerSaysWhatItSaidThen(String name) throws IOException {
        Path file = folder().resolve(name);
        boolean update = System.getProperty("update") != null;
        String written = Files.readString(file);
        String held;
        try (ServerProcess server = ServerProcess.start()) {
            held = Transcript.parse(written).hold(server, update);
        }
        if (update) {
            Files.writeString(file, held);
        } else {
            assertThat(held).isEqualTo(written);
        }
    }
}

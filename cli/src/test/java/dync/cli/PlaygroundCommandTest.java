package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaygroundCommandTest {
    @Test
    void aFileMustBeThere() {
        Session session = Session.run("playground", "--no-open", "no-such.dyn");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("no-such.dyn", "there is no such file", "help: check the path");
    }

    @Test
    void aFileMustBeText(@TempDir Path folder) throws Exception {
        Path binary = Files.write(folder.resolve("binary.dyn"), new byte[] {(byte) 0xff});

        Session session = Session.run("playground", "--no-open", binary.toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("is not UTF-8 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536"})
    void aPortMustBeOne(String port) {
        Session session = Session.run("playground", "--no-open", "--port=" + port);

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("there is no port " + port, "help: ports go from 1 to 65535");
    }
}

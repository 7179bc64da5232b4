package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatAModelIs() {
        Session session = Session.run("describe", Models.VENTRAL.toString(), "--set", "tff=2ms");

        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .contains("V1", "36×32×32", "skip V1 -> V4", "classifier answers the image after 4 ms");
    }

    @Test
    void writesJsonForPrograms() throws IOException {
        Session session = Session.run("describe", Models.tiny(folder).toString(), "--format=json");

        assertThat(session.exit()).isZero();
        assertThat(session.out()).startsWith("{").contains("\"model\": \"Tiny\"");
    }

    @Test
    void drawsIntoAFileAndItsFolder() throws IOException {
        Path svg = folder.resolve("pictures/tiny.svg");

        Session session = Session.run("describe", Models.tiny(folder).toString(), "--svg", svg.toString());

        assertThat(session.exit()).isZero();
        assertThat(Files.readString(svg)).startsWith("<svg").contains("V1");
    }

    @Test
    void followsTheWidthOfTheTerminal() {
        Session session = Session.run(new Terminal(true, true, false, 50), "describe", Models.VENTRAL.toString());

        assertThat(session.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(50));
    }

    @Test
    void asksWhichModelIsMeant() throws IOException {
        Path file = Models.tiny(folder);
        Files.writeString(file, Files.readString(file) + "model Slow = Tiny(tau = 8 ms)\n");

        Session session = Session.run("describe", file.toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("declares several models: Tiny, Slow", "--model Tiny");
    }

    @Test
    void aWrongFileIsNotDescribed() throws IOException {
        Session session = Session.run("describe", Models.wrong(folder).toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("rellu");
    }
}

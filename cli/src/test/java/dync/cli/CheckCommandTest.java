package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleHasNoMistakes() {
        Session session = Session.run("check", Models.VENTRAL.toString());

        assertThat(session.exit()).isZero();
        assertThat(session.out()).endsWith("ventral.dyn: no mistakes" + System.lineSeparator());
        assertThat(session.err()).isEmpty();
    }

    @Test
    void aMistakeIsShownAtItsPlaceWithAnExitCode() throws IOException {
        Session session = Session.run("check", Models.wrong(folder).toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).contains("wrong.dyn:8:9", "rellu", "relu?", "1 error in");
    }

    @Test
    void programsGetOneObjectALine() throws IOException {
        Session session =
                Session.run("check", "--format=json", Models.wrong(folder).toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).isEmpty();
        assertThat(session.out().lines()).singleElement().satisfies(line -> {
            JsonObject found = JsonParser.parseString(line).getAsJsonObject();
            assertThat(found.get("severity").getAsString()).isEqualTo("error");
            assertThat(found.get("line").getAsInt()).isEqualTo(8);
            assertThat(found.get("column").getAsInt()).isEqualTo(9);
        });
    }

    @Test
    void aMistakeInASettingIsShownLikeOneInAFile() {
        Session session = Session.run("check", Models.VENTRAL.toString(), "--set", "taau=8ms");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("has no parameter taau", "did you mean tau?");
    }

    @Test
    void aSettingWithoutAValueIsTheUsersMistake() {
        Session session = Session.run("check", Models.VENTRAL.toString(), "--set", "tau");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("name=value");
    }

    @Test
    void javaMethodsAreLookedForWhereAClassPathIsNamed() throws IOException {
        Path lab = Files.writeString(folder.resolve("lab.dyn"), """
                primitive whiten() { call com.lab.Ops.whiten() }
                model One {
                    clock(step = 2 ms, steps = 2)
                    input(3, 8, 8)
                    area V1 { conv(2); whiten; emit }
                    readout r { avgpool; flatten; linear(2) }
                }
                model Two {
                    clock(step = 2 ms, steps = 2)
                    input(3, 8, 8)
                    area V1 { whiten; conv(2); emit }
                    readout r { avgpool; flatten; linear(2) }
                }
                """);

        assertThat(Session.run("check", lab.toString()).exit()).isZero();
        Session session = Session.run("check", lab.toString(), "--classpath", folder.toString());
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("DYN0714", "there is no Java class com.lab.Ops", "1 error in");
    }

    @Test
    void everyFileIsCheckedThoughOneIsWrong() throws IOException {
        Session session = Session.run(
                "check", Models.wrong(folder).toString(), Models.tiny(folder).toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("1 error in");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Session session = Session.run("check", folder.resolve("none.dyn").toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("none.dyn", "no such file");
    }

    @Test
    void bytesThatAreNoTextAreSaidToBeNone() throws IOException {
        Path picture = Files.write(folder.resolve("picture.dyn"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff});
        Session session = Session.run("check", picture.toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("picture.dyn", "not UTF-8");
    }
}

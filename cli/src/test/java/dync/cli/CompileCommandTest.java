package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompileCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesTheClassWhereJavaWantsIt() {
        Session session = Session.run("compile", Models.VENTRAL.toString(), "-o", folder.toString());

        assertThat(session.exit()).isZero();
        assertThat(folder.resolve("dyn/ventral/DyRCNNx4.java")).content().contains("class DyRCNNx4 extends DynModel");
        assertThat(session.out()).contains("DyRCNNx4.java");
    }

    @ParameterizedTest
    @CsvSource({"ast, model Tiny", "graph, V1.conv", "plan, V1.conv", "java, class Tiny"})
    void showsWhatEachStageYields(String stage, String part) throws IOException {
        Session session = Session.run("compile", Models.tiny(folder).toString(), "--emit", stage);

        assertThat(session.exit()).isZero();
        assertThat(session.out()).contains(part);
    }

    @Test
    void aParameterThatIsSetReachesTheClass() throws IOException {
        String file = Models.tiny(folder).toString();

        assertThat(Session.run("compile", file, "--set", "n_classes=7").out())
                .isNotEqualTo(Session.run("compile", file).out());
    }

    @Test
    void aWrongFileYieldsNothing() throws IOException {
        Session session = Session.run(
                "compile",
                Models.wrong(folder).toString(),
                "-o",
                folder.resolve("out").toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anUnknownStageIsAUsageError() {
        Session session = Session.run("compile", Models.VENTRAL.toString(), "--emit", "tokens");

        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains("tokens", "ast, graph, plan, java");
    }
}

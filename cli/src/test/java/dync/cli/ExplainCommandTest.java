package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.diagnostic.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    @Test
    void listsEveryCodeOnce() {
        assertThat(Session.run("explain").out().lines()).hasSize(Code.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DYN0101", "dyn0101"})
    void explainsACodeHoweverItIsSpelled(String code) {
        Session session = Session.run("explain", code);

        assertThat(session.exit()).isZero();
        assertThat(session.out()).contains("DYN0101: " + Code.DYN0101.title());
    }

    @Test
    void anUnknownCodeIsTheUsersMistake() {
        Session session = Session.run("explain", "DYN101");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err())
                .startsWith("error: there is no diagnostic DYN101")
                .contains("did you mean DYN0101?");
    }
}

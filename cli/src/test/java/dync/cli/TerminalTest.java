package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void takesTheLaunchersWordForEachStream() {
        assertThat(Terminal.of("2", Map.of())).isEqualTo(new Terminal(false, true, true));
        assertThat(Terminal.of("12", Map.of())).isEqualTo(new Terminal(true, true, true));
        assertThat(Terminal.of("", Map.of())).isEqualTo(new Terminal(false, false, true));
    }

    @Test
    void noColorAndDumbTerminalsGetNone() {
        assertThat(Terminal.of("12", Map.of("NO_COLOR", "1")).colourErr()).isFalse();
        assertThat(Terminal.of("12", Map.of("NO_COLOR", "")).colourErr()).isTrue();
        assertThat(Terminal.of("12", Map.of("TERM", "dumb")).colourOut()).isFalse();
    }
}

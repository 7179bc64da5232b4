package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void takesTheLaunchersWordForEachStream() {
        assertThat(Terminal.of("2", 120, Map.of())).isEqualTo(new Terminal(false, true, true, 120));
        assertThat(Terminal.of("12", 120, Map.of())).isEqualTo(new Terminal(true, true, true, 120));
        assertThat(Terminal.of("", 120, Map.of())).isEqualTo(new Terminal(false, false, true, 120));
    }

    @Test
    void noColorAndDumbTerminalsGetNone() {
        assertThat(Terminal.of("12", 120, Map.of("NO_COLOR", "1")).colourErr()).isFalse();
        assertThat(Terminal.of("12", 120, Map.of("NO_COLOR", "")).colourErr()).isTrue();
        assertThat(Terminal.of("12", 120, Map.of("TERM", "dumb")).colourOut()).isFalse();
    }

    @Test
    void aDumbTerminalIsWrittenToLikeAFile() {
        assertThat(Terminal.of("12", 120, Map.of("TERM", "dumb")).err()).isFalse();
    }

    @Test
    void theWidthIsWhatTheSystemSaysOrStays() {
        assertThat(TerminalWidth.parse("50 132", 80)).isEqualTo(132);
        assertThat(TerminalWidth.parse("0 0", 80)).isEqualTo(80);
        assertThat(TerminalWidth.parse("stty: no terminal", 80)).isEqualTo(80);
    }
}

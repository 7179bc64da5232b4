package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final Failures failures = new Failures(new Console(new Terminal(false, false, false, 80), stream, stream));

    @Test
    void aUsersMistakeIsAMessageAndAnAdvice() {
        assertThat(failures.failed(new UserError("the file is cut off", "fetch it again")))
                .isEqualTo(1);
        assertThat(said()).isEqualToNormalizingNewlines("error: the file is cut off\n  = help: fetch it again\n");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(failures.failed(new UncheckedIOException(new NoSuchFileException("a.dyn"))))
                .isEqualTo(1);
        assertThat(said()).isEqualToNormalizingNewlines("error: a.dyn: there is no such file\n");
    }

    @Test
    void anInterruptSaysNothing() {
        assertThat(failures.failed(new InterruptedException())).isEqualTo(130);
        assertThat(said()).isEmpty();
    }

    @Test
    void aMistakeOfOursLeavesItsTraceInAFile() throws IOException {
        assertThat(failures.failed(new IllegalStateException("no plan"))).isEqualTo(70);

        Matcher log = Pattern.compile("the details are in (\\S+);").matcher(said());
        assertThat(log.find()).isTrue();
        Path file = Path.of(log.group(1));
        assertThat(file).content().contains("IllegalStateException: no plan", "at dync.cli.FailuresTest");
        assertThat(said()).doesNotContain("\tat ");
        Files.delete(file);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}

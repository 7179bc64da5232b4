package dync.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.BadFile;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no experiments by their size, depth or bytes. */
class LargeExperimentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    static Stream<Arguments> texts() {
        StringBuilder doubled = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 40; i++) {
            doubled.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        return Stream.of(
                Arguments.of("lists in lists", "set: " + "[".repeat(10_000) + "]".repeat(10_000), "nested more than"),
                Arguments.of("lists that stay open", "set: " + "[".repeat(100_000), "nested more than"),
                Arguments.of("maps in maps", "{a: ".repeat(10_000) + "1" + "}".repeat(10_000), "nested more than"),
                Arguments.of("dashes in a row", "- ".repeat(10_000) + "x", "nested more than"),
                Arguments.of("a billion laughs", doubled.toString(), "more than 100000 values"),
                Arguments.of("very many keys", many(150_000, "k%d: 1%n"), "more than 100000 values"),
                Arguments.of("many unknown keys", many(20_000, "k%d: 1%n"), "there is no setting 'k0'"),
                Arguments.of("a long key", "k".repeat(1_000_000) + ": 1", "this is no YAML"),
                Arguments.of("a long value", "device: cpu\nseed: " + "7".repeat(3_000_000), "seed is too large"),
                Arguments.of("a long wrong value", "training: {clip: " + "x".repeat(3_000_000) + "}", "not 'xxxx"),
                Arguments.of("a long kind", "training: {optimizer: " + "x".repeat(1_000_000) + "}", "no kind 'xxxx"),
                Arguments.of("10 MB", "device: " + "x".repeat(10_000_000), "larger than 4 MB"));
    }

    private static String many(int times, String form) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(String.format(form, i));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void areRefusedSoonAndInFewWords(String name, String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), text);
        Assertions.assertTimeoutPreemptively(SOON, () -> assertThatThrownBy(
                        () -> ExperimentReader.file(file).read())
                .as(name)
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message)
                .satisfies(failure -> assertThat(failure.getMessage().lines()).allMatch(line -> line.length() < 1000)));
    }

    @Test
    void filesWithoutAnythingAreStandardExperiments() throws IOException {
        for (String text : new String[] {"", "\n\n", "# nothing yet\n", "---\n", "{}", "\uFEFF"}) {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), text);
            assertThat(ExperimentReader.file(file).read().value()).isEqualTo(Experiment.standard());
        }
    }

    @Test
    void theMarkOfUtf8IsLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), "\uFEFFseed: 7\r\nthreads: 2\r\n");
        assertThat(ExperimentReader.file(file).read().value())
                .satisfies(read -> assertThat(read.seed()).isEqualTo(7))
                .satisfies(read -> assertThat(read.threads()).isEqualTo(2));
    }

    @Test
    void otherBytesAreNoText() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        for (byte[] bytes : new byte[][] {
            "seed: 7".getBytes(StandardCharsets.UTF_16),
            "seed: 7".getBytes(StandardCharsets.UTF_16LE),
            "seed: 7".getBytes(Charset.forName("UTF-32")),
            noise
        }) {
            Path file = Files.write(folder.resolve("experiment.yaml"), bytes);
            assertThatThrownBy(() -> ExperimentReader.file(file))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("is not UTF-8 text");
        }
    }
}

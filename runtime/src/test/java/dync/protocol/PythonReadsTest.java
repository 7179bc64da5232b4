package dync.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.TensorFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python of docs/testing.md, as it stands there, on a test. */
class PythonReadsTest extends ScopedTest {
    private static final String FENCE = "```python\n";

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenReadsInPython() throws IOException, InterruptedException {
        assumeTrue(numpy(), "there is no python3 with numpy on this machine: its reading is not tested");
        Lab lab = new Lab(folder);
        lab.base = lab.base
                .with("testing.record.reduce", "channels")
                .with("testing.record.dtype", "float16")
                .with("testing.memory", "20 kB");
        Path test = lab.run(Lab.protocol("{vary: {presentation.contrast: [0.5, 1]}}"))
                .folder();
        assertThat(Lab.chunks(test, 0)).hasSizeGreaterThan(1);

        Path script = Files.writeString(folder.resolve("read.py"), snippet());
        Process python = new ProcessBuilder("python3", script.toString(), test.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(said.lines().toList()).as(said).hasSize(2);
        for (int condition = 0; condition < 2; condition++) {
            List<String> words = List.of(said.lines().toList().get(condition).split(" "));
            assertThat(words.subList(0, 5)).containsExactly(Integer.toString(condition), "V1", "(20,", "7,", "6)");
            assertThat(Double.parseDouble(words.get(5)))
                    .isBetween(mean(test, condition) - 2e-4, mean(test, condition) + 2e-4);
            assertThat(words.get(6)).isEqualTo(String.format(Locale.ROOT, "%.6f", accuracy(test, condition)));
        }
    }

    private static double mean(Path test, int condition) throws IOException {
        double sum = 0;
        for (Path chunk : Lab.chunks(test, condition)) {
            try (TensorFile file = Safetensors.open(chunk)) {
                sum += Arrays.stream(Tensors.values(file.read("V1"))).sum();
            }
        }
        return sum / (20 * 7 * 6);
    }

    private static double accuracy(Path test, int condition) throws IOException {
        List<Map<String, String>> rows = Lab.answers(test).stream()
                .filter(row -> row.get("condition").equals(Integer.toString(condition)))
                .toList();
        return (double) rows.stream()
                        .filter(row -> row.get("guess").equals(row.get("label")))
                        .count()
                / rows.size();
    }

    private static String snippet() throws IOException {
        String page = Files.readString(Path.of("../docs/testing.md"));
        int from = page.indexOf(FENCE) + FENCE.length();
        return page.substring(from, page.indexOf("```", from));
    }

    private static boolean numpy() throws InterruptedException {
        try {
            Process python = new ProcessBuilder("python3", "-c", "import numpy").start();
            return python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}

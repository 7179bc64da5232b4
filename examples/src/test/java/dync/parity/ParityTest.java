package dync.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dync.parity.Comparison.Kind;
import dync.runtime.device.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every {@code *.safetensors} of a folder is a recorded run of the reference toolbox: outputs, responses, loss and all
 * gradients must agree within the tolerance that it states. {@code -Dparity.dir=DIR} names the folder.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParityTest {
    private final List<String> skipped = new ArrayList<>();
    private final Map<String, Map<Kind, Double>> worst = new TreeMap<>();
    private int cases;
    private int passed;

    @TestFactory
    Stream<DynamicTest> recorded_runs_agree() throws IOException {
        String stated = System.getProperty("parity.dir");
        Path folder = stated != null
                ? Path.of(stated)
                : Path.of(System.getProperty("dync.root"))
                        .resolveSibling("shared")
                        .resolve("parity");
        if (stated == null && !Files.isDirectory(folder)) {
            return Stream.of(DynamicTest.dynamicTest(
                    "no recorded runs",
                    () -> Assumptions.abort("there is no folder " + folder + "; name one with -Dparity.dir")));
        }
        assertThat(folder).as("-Dparity.dir").isDirectory();
        Threads.use(1);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
            return found.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> agree(file)));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.safetensors$", "");
    }

    private void agree(Path file) {
        cases++;
        try (ParityCase recorded = ParityCase.open(file)) {
            Rules.comparisons(recorded).forEach((by, comparison) -> {
                comparison.worst().forEach((kind, error) -> worst.computeIfAbsent(
                                recorded.type().isEmpty() ? recorded.kind() : recorded.type(),
                                missing -> new TreeMap<>())
                        .merge(kind, error, Math::max));
                assertThat(comparison.problems()).as(name(file) + " by " + by).isEmpty();
            });
            passed++;
        } catch (OutOfScope reason) {
            skipped.add(name(file) + ": " + reason.getMessage());
            Assumptions.abort(reason.getMessage());
        }
    }

    @AfterAll
    void tell() {
        skipped.forEach(reason -> System.out.println("parity: skipped " + reason));
        worst.forEach((type, errors) -> System.out.println("parity: largest relative differences of " + type + ": "
                + errors.entrySet().stream()
                        .map(error -> String.format(
                                Locale.ROOT,
                                "%s %.1e",
                                error.getKey().name().toLowerCase(Locale.ROOT),
                                error.getValue()))
                        .toList()));
        System.out.println("parity: " + cases + " cases, " + passed + " passed, " + (cases - passed - skipped.size())
                + " failed, " + skipped.size() + " skipped");
    }
}

package dync.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is published of experiments is what the code does. {@code -Dupdate} writes the schema and the table anew. */
class ExperimentDocumentTest {
    private static final Path ROOT = Path.of(System.getProperty("dync.root", "."));
    private static final Path DOCUMENT = ROOT.resolve("docs/experiment.md");
    private static final String GENERATED = "<!-- generated -->\n";
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theSchemaIsThatOfTheCode() throws IOException {
        agrees(ROOT.resolve("docs/experiment.schema.json"), ExperimentSchema.json());
    }

    @Test
    void theTableIsThatOfTheCode() throws IOException {
        String text = Files.readString(DOCUMENT);
        agrees(DOCUMENT, text.substring(0, text.indexOf(GENERATED) + GENERATED.length()) + Experiment.table());
    }

    private static void agrees(Path file, String now) throws IOException {
        if (System.getProperty("update") != null) {
            Files.writeString(file, now);
        }
        assertThat(Files.readString(file)).as("run it with -Dupdate").isEqualTo(now);
    }

    @Test
    void everyExperimentInTheDocumentsReads() throws IOException {
        List<String> texts = Stream.of("data", "experiment", "packing", "stimuli", "testing", "tracking", "training")
                .map(name -> "docs/" + name + ".md")
                .flatMap(name -> YAML.matcher(read(ROOT.resolve(name))).results())
                .map(block -> block.group(1))
                .toList();
        assertThat(texts).hasSizeGreaterThan(30);
        for (String text : texts) {
            Path file = Files.writeString(folder.resolve("experiment.yaml"), text);
            assertThat(ExperimentReader.file(file).read().value()).as(text).isNotEqualTo(Experiment.standard());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleReadsWithAllOfItsProfiles() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(ROOT.resolve("examples"))) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(2);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    assertThat(Files.readString(file))
                            .startsWith("# yaml-language-server: $schema=../docs/experiment.schema.json\n");
                    Experiment plain = ExperimentReader.file(file).read().value();
                    assertThat(plain.model().file()).isNotEmpty();
                    for (String name : ExperimentReader.file(file).ownProfiles().keySet()) {
                        assertThat(ExperimentReader.file(file)
                                        .profile(name)
                                        .read()
                                        .value())
                                .isNotEqualTo(plain);
                    }
                }));
    }

    @Test
    void theSchemaHasNoProfilesWithinProfiles() {
        JsonObject settings = JsonParser.parseString(ExperimentSchema.json())
                .getAsJsonObject()
                .getAsJsonObject("properties");
        JsonObject profile = settings.getAsJsonObject("profiles").getAsJsonObject("additionalProperties");
        assertThat(settings.keySet()).contains("use", "profiles", "training");
        assertThat(profile.getAsJsonObject("properties").keySet())
                .contains("training")
                .doesNotContain("use", "profiles");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;

import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every experiment in {@code docs/stimuli.md} reads; every picture, and every timeline in the test's resources, is what the
 * text above it says. {@code -Dupdate} writes both anew.
 */
class StimuliDocumentTest {
    private static final Path ROOT = Path.of(System.getProperty("dync.root", "."));
    private static final Path TIMELINES = ROOT.resolve("runtime/src/test/resources/dync/stimulus");
    private static final Pattern PICTURED =
            Pattern.compile("```yaml\\n([^`]*)```\\n\\n!\\[[^]]*\\]\\((stimuli/([a-z-]+)\\.svg)\\)");
    private static final double STEP_MS = 2;

    record Experiment(
            @Key(value = "how images are shown", standard = "")
            PresentationSettings presentation) {}

    private static PresentationSettings read(String yaml) {
        Settings<Experiment> settings = Settings.of(Experiment.class);
        return settings.read(List.of(settings.layer(SettingsSource.value("stimuli.md", yaml))))
                .value()
                .presentation();
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/stimuli.md"));
    }

    private static Schedule schedule(PresentationSettings presentation) {
        return presentation.schedule(30, STEP_MS, 0, new Random(0));
    }

    @TestFactory
    Stream<DynamicTest> everyPictureIsWhatTheTextAboveItSays() throws IOException {
        List<MatchResult> pictured = PICTURED.matcher(document()).results().toList();
        assertThat(pictured).hasSize(12);
        return pictured.stream()
                .map(block -> DynamicTest.dynamicTest(block.group(3), () -> {
                    Schedule schedule = schedule(read(block.group(1)));
                    agree(ROOT.resolve("docs").resolve(block.group(2)), TimelinePicture.svg(schedule));
                    agree(TIMELINES.resolve(block.group(3) + ".txt"), schedule.toString());
                }));
    }

    private static void agree(Path golden, String text) throws IOException {
        if (System.getProperty("update") != null) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyExperimentReadsAndIsWrittenAgain() throws IOException {
        List<MatchResult> blocks = Pattern.compile("```yaml\\n([^`]*)```")
                .matcher(document())
                .results()
                .toList();
        assertThat(blocks).hasSize(14);
        Settings<PresentationSettings> settings = Settings.of(PresentationSettings.class);
        for (MatchResult block : blocks) {
            PresentationSettings presentation = read(block.group(1));
            schedule(presentation);
            String written = settings.yaml(presentation);
            assertThat(settings.read(List.of(settings.layer(SettingsSource.value("written", written))))
                            .value())
                    .as(written)
                    .isEqualTo(presentation);
        }
    }

    @Test
    void whatNobodySaysIsTheStandardOfTheJavaApiToo() {
        assertThat(Settings.of(PresentationSettings.class).standard()).isEqualTo(PresentationSettings.standard());
    }
}

package dync.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.experiment.Experiment;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolsOfExperimentTest {
    private static final String OWN = """
            testing:
              protocols:
                duration:
                  meaning: my own
                  presentation: {steps: 12, course: {kind: duration, shown: "4 ms"}, noise: uniform}
                  vary:
                    presentation.noise.signal_share: [0.2, 1]
                    set.tau: ["4 ms", 8 ms]
            """;

    @Test
    void thoseOfAnExperimentStandBesideTheOthersAndReplaceThem() {
        Map<String, Protocol> all = Protocols.of(Experiment.parse(OWN));
        assertThat(all).containsKeys("response", "contrast", "uniformnoise", "duration");
        assertThat(all.get("duration").settings().meaning()).isEqualTo("my own");
        assertThat(all.get("duration").shipped()).isFalse();
        assertThat(all.get("duration").combinations())
                .containsExactly(
                        Map.of("presentation.noise.signal_share", "0.2", "set.tau", "4 ms"),
                        Map.of("presentation.noise.signal_share", "0.2", "set.tau", "8 ms"),
                        Map.of("presentation.noise.signal_share", "1", "set.tau", "4 ms"),
                        Map.of("presentation.noise.signal_share", "1", "set.tau", "8 ms"));
    }

    @Test
    void anExperimentWithProtocolsReadsAsItWasWritten() {
        Experiment experiment = Experiment.parse(OWN);
        assertThat(Experiment.parse(experiment.yaml())).isEqualTo(experiment);
        assertThat(experiment.with("seed", 5).testing()).isEqualTo(experiment.testing());
    }

    @Test
    void everyProtocolThatComesWithDyncMakesConditions(@TempDir Path folder) {
        Lab lab = new Lab(folder);
        Protocols.shipped().values().forEach(protocol -> assertThat(
                        lab.planned(protocol).conditions())
                .as(protocol.name())
                .isNotEmpty());
        assertThat(lab.planned(Protocols.shipped().get("noise")).conditions()).hasSize(20);
    }

    @Test
    void aFileMayHoldSome(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "protocols: {short: {presentation: {steps: 3}}}");
        assertThat(Protocols.file(file).get("short").settings().presentation().yaml())
                .isEqualTo("{steps: 3}");
    }

    @Test
    void aNameThatIsUnknownIsToldWithTheNearest() {
        assertThatThrownBy(() -> Protocols.named("duratoin", Protocols.shipped()))
                .isInstanceOf(UserError.class)
                .satisfies(error ->
                        assertThat(((UserError) error).help().orElseThrow()).contains("duration"));
    }

    @Test
    void valuesCanBeVariedThatTheProtocolDoesNot() {
        Protocol more = Protocols.shipped().get("response").varying("presentation.contrast", List.of("0.1", "1"));
        assertThat(more.combinations()).hasSize(2);
    }
}

package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;

import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every protocol that comes with dync reads, with each value that it varies, and asks for an answer at some step. */
class ProtocolsTest {
    record Protocols(@Key(value = "by name", standard = "") Map<String, Protocol> protocols) {}

    record Protocol(
            @Key("what it is for") String meaning,

            @Key(value = "parameters of the model", standard = "")
            Map<String, String> set,

            @Key(value = "how images are shown", standard = "")
            PresentationSettings presentation,

            @Key(value = "paths and their values", standard = "")
            Map<String, List<String>> vary) {}

    private static Map<String, Protocol> protocols() throws IOException {
        try (InputStream file = Protocols.class.getResourceAsStream("/dync/stimulus/protocols.yaml")) {
            Settings<Protocols> settings = Settings.of(Protocols.class);
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return settings.read(List.of(settings.layer(SettingsSource.value("protocols.yaml", text))))
                    .value()
                    .protocols();
        }
    }

    @Test
    void allOfTheReferenceAreThere() throws IOException {
        assertThat(protocols().keySet())
                .contains(
                        "response",
                        "responseffonly",
                        "stability",
                        "nullcondition",
                        "idleresponse",
                        "duration",
                        "contrast",
                        "interval",
                        "uniformnoise",
                        "uniformnoiseffonly",
                        "saltpeppernoise",
                        "poissonnoise",
                        "poissonnoiseffonly",
                        "gaussiannoise",
                        "gaussiannoiseffonly",
                        "gaussiancorrnoise",
                        "gaussiancorrnoiseffonly",
                        "phasescramblednoise",
                        "phasescramblednoiseffonly",
                        "noise",
                        "hundred",
                        "ten");
    }

    @TestFactory
    Stream<DynamicTest> everyCombinationIsAPresentationThatAsksForAnAnswer() throws IOException {
        return protocols().entrySet().stream()
                .map(protocol -> DynamicTest.dynamicTest(protocol.getKey(), () -> check(protocol.getValue())));
    }

    private static void check(Protocol protocol) {
        assertThat(protocol.meaning()).isNotBlank();
        Settings<Protocol> settings = Settings.of(Protocol.class);
        List<List<Settings.Layer>> combinations = new ArrayList<>(
                List.of(List.of(settings.layer(SettingsSource.value("protocol", settings.yaml(protocol))))));
        protocol.vary().forEach((path, values) -> {
            assertThat(path).matches("(presentation\\..+|set\\.(idle|feedforward_only))");
            assertThat(values).hasSizeGreaterThan(1).doesNotHaveDuplicates();
            List<List<Settings.Layer>> before = List.copyOf(combinations);
            combinations.clear();
            for (List<Settings.Layer> layers : before) {
                for (String value : values) {
                    combinations.add(Stream.concat(
                                    layers.stream(), Stream.of(settings.layer(path, SettingsSource.value(path, value))))
                            .toList());
                }
            }
        });
        List<PresentationSettings> shown = combinations.stream()
                .map(layers -> settings.read(layers).value())
                .peek(one -> assertThat(one.set().keySet()).isSubsetOf("idle", "feedforward_only"))
                .map(Protocol::presentation)
                .toList();
        for (PresentationSettings presentation : shown) {
            assertThat(presentation.schedule(20, 2, 0, new Random(0)).askedSteps())
                    .isPositive();
        }
        if (protocol.vary().keySet().stream().allMatch(path -> path.startsWith("presentation"))) {
            assertThat(shown).doesNotHaveDuplicates();
        }
    }
}

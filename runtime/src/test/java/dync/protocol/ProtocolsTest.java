package dync.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dync.experiment.ProtocolSettings;
import dync.stimulus.PresentationSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every protocol that comes with dync reads, with each value that it varies, and asks for an answer at some step. */
class ProtocolsTest {
    @Test
    void allOfTheReferenceAreThere() {
        assertThat(Protocols.shipped().keySet())
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
    Stream<DynamicTest> everyCombinationIsAPresentationThatAsksForAnAnswer(@TempDir Path folder) {
        return Protocols.shipped().entrySet().stream()
                .map(protocol ->
                        DynamicTest.dynamicTest(protocol.getKey(), () -> check(new Lab(folder), protocol.getValue())));
    }

    private static void check(Lab lab, Protocol protocol) {
        ProtocolSettings said = protocol.settings();
        assertThat(said.meaning()).isNotBlank();
        said.vary().forEach((path, values) -> {
            assertThat(path).matches("(presentation\\..+|set\\.(idle|feedforward_only))");
            assertThat(values).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        });
        assertThat(said.set().keySet()).isSubsetOf("idle", "feedforward_only");
        List<PresentationSettings> shown = lab.planned(protocol).conditions().stream()
                .map(condition -> condition.experiment().presentation())
                .toList();
        assertThat(shown).allSatisfy(one -> assertThat(
                        one.schedule(20, 2, 0, new Random(0)).askedSteps())
                .isPositive());
        if (said.vary().keySet().stream().allMatch(path -> path.startsWith("presentation"))) {
            assertThat(shown).doesNotHaveDuplicates();
        }
    }
}

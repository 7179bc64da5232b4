package dync.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case in {@code malformed.txt}: a file, perhaps with an option, a profile or a variable, and the message.
 * {@code -Dupdate} writes the messages anew.
 */
class MalformedExperimentTest {
    private static final Path CASES = Path.of(System.getProperty("dync.root", "."))
            .resolve("runtime/src/test/resources/dync/experiment/malformed.txt");
    private static final int LEAST = 80;

    /** Lists of all that there is grow with every setting. */
    private static final Pattern NAMES = Pattern.compile("((?:there are|one of): [a-z_0-9]+)(?:, [a-z_0-9]+)+");

    @TempDir
    Path folder;

    /** @param given beside the file: {@code --set PATH=VALUE}, {@code --profile NAME} or {@code VARIABLE=VALUE}; or empty */
    private record Case(String name, String given, String text, String message) {
        static Case parse(String block) {
            String[] halves = block.split("(?m)^~~~\\n", 2);
            List<String> lines = new ArrayList<>(halves[0].lines().toList());
            String name = lines.remove(0);
            String given = !lines.isEmpty() && lines.get(0).startsWith("$ ")
                    ? lines.remove(0).substring(2)
                    : "";
            return new Case(name, given, String.join("\n", lines), halves[1].strip());
        }

        String shown(String now) {
            return "=== " + name + "\n" + (given.isEmpty() ? "" : "$ " + given + "\n") + text + "\n~~~\n" + now
                    + "\n\n";
        }
    }

    @TestFactory
    Stream<DynamicTest> malformedExperimentsAreAnsweredWithTheirMessages() throws IOException {
        String[] blocks = Files.readString(CASES).split("(?m)^=== ");
        List<Case> cases = Stream.of(blocks).skip(1).map(Case::parse).toList();
        assertThat(cases).hasSizeGreaterThan(LEAST);
        if (System.getProperty("update") != null) {
            StringBuilder text = new StringBuilder(blocks[0]);
            for (Case one : cases) {
                text.append(one.shown(message(one)));
            }
            Files.writeString(CASES, text);
            return Stream.empty();
        }
        return cases.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), () -> assertThat(message(one)).isEqualTo(one.message())));
    }

    private String message(Case one) throws IOException {
        Path file =
                Files.writeString(folder.resolve("experiment.yaml"), one.text().replace("\\a", "\u0007"));
        Throwable failure = catchThrowable(
                () -> with(one.given(), ExperimentReader.file(file)).read());
        assertThat(failure).as(one.name()).isInstanceOf(UserError.class);
        String help =
                ((UserError) failure).help().map(text -> "\n  = help: " + text).orElse("");
        String told = (failure.getMessage() + help).replace(folder + "/", "").stripTrailing();
        return NAMES.matcher(told).replaceAll("$1, …");
    }

    private static ExperimentReader with(String given, ExperimentReader reader) {
        if (given.isEmpty()) {
            return reader;
        }
        String rest = given.substring(given.indexOf(' ') + 1).replace("\\n", "\n");
        if (given.startsWith("--profile ")) {
            return reader.profile(rest);
        }
        String[] pair = rest.split("=", 2);
        return given.startsWith("--set ")
                ? reader.set(pair[0], pair[1], "--set")
                : reader.environment(Map.of(pair[0], pair[1]));
    }
}

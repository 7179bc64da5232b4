package dync.compiler.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.Compiled;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.compiler.model.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code src/test/dyn/ok/NAME.dyn} compiles to the class in {@code NAME.java}, and where it has several models each
 * of them to the one in {@code NAME.MODEL.java}. A first line {@code // set: name = value, …} gives settings. {@code -Dupdate} rewrites the expectations.
 */
class GeneratedGoldenTest {
    private static final Path ROOT = Path.of("src/test/dyn/ok");
    private static final Pattern SETTINGS = Pattern.compile("// set: (.*)\\R");

    @TestFactory
    Stream<DynamicTest> models_become_the_classes_that_were_reviewed() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT)) {
            files.filter(file -> file.toString().endsWith(".dyn")).sorted().forEach(found::add);
        }
        assertThat(found).as("fixtures in %s", ROOT).isNotEmpty();
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : found) {
            String text = Files.readString(file);
            List<String> models = compilation(file, text).models();
            for (String model : models) {
                String suffix = models.size() == 1 ? ".java" : "." + model + ".java";
                Path expected = Path.of(file.toString().replaceAll("\\.dyn$", suffix));
                tests.add(DynamicTest.dynamicTest(
                        expected.getFileName().toString(), () -> compare(file, text, model, expected)));
            }
        }
        return tests.stream();
    }

    private static Compilation compilation(Path file, String text) {
        return Compiled.of(file.getFileName().toString(), text);
    }

    private static void compare(Path file, String text, String model, Path expected) throws IOException {
        Compilation compilation = compilation(file, text);
        String generated = compilation
                .model(model, settings(text))
                .orElseThrow(() -> new AssertionError(new TerminalRenderer(false).render(compilation.diagnostics())))
                .java()
                .text();
        if (System.getProperty("update") != null) {
            Files.writeString(expected, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(expected));
    }

    private static List<Setting> settings(String text) {
        Matcher line = SETTINGS.matcher(text);
        List<Setting> settings = new ArrayList<>();
        if (line.lookingAt()) {
            for (String setting : line.group(1).split(",")) {
                String[] sides = setting.split("=");
                settings.add(new Setting(sides[0].trim(), sides[1].trim()));
            }
        }
        return settings;
    }
}

package dync.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Descriptions read as they were reviewed; {@code -Dupdate} rewrites {@code src/test/dyn/describe}. */
class DescriptionGoldenTest {
    private static final Path ROOT = Path.of("src/test/dyn/describe");

    @Test
    void a_ventral_stream() throws IOException {
        compare("ventral", Described.ventral());
    }

    @Test
    void two_streams_with_idle_steps() throws IOException {
        compare("streams", Described.streams());
    }

    private static void compare(String name, Description description) throws IOException {
        compare(ROOT.resolve(name + ".txt"), new TextRenderer(80).render(description));
        compare(ROOT.resolve(name + ".json"), new JsonRenderer().render(description));
    }

    private static void compare(Path expected, String shown) throws IOException {
        if (System.getProperty("update") != null) {
            Files.writeString(expected, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(expected));
    }
}

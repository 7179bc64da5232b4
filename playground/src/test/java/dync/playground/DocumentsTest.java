package dync.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("dync.root"), "examples");

    @Test
    void allExamplesOfTheProjectAreOffered() throws Exception {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".dyn"))
                    .map(name -> name.replace(".dyn", ""))
                    .toList();

            assertThat(Documents.all().get(0).documents())
                    .extracting(Documents.Document::name)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void theirTextsAreThoseOfTheFiles() throws Exception {
        for (Documents.Document each : Documents.all().get(0).documents()) {
            assertThat(each.text()).isEqualTo(Files.readString(EXAMPLES.resolve(each.name() + ".dyn")));
        }
    }

    @Test
    void eachSaysInASentenceWhatItIs() {
        assertThat(Documents.all())
                .flatExtracting(Documents.Group::documents)
                .allSatisfy(each -> assertThat(each.summary()).isNotBlank().doesNotStartWith("/"));
    }
}

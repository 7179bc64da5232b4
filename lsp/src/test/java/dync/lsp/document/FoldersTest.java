package dync.lsp.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path root;

    private final List<String> log = new ArrayList<>();
    private final Folders folders = new Folders(log::add);

    @BeforeEach
    void open() {
        folders.open(List.of(root.toUri().toString(), "untitled:nothing"));
    }

    private Path file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> found() {
        return folders.sources(() -> false).stream()
                .map(Source::name)
                .map(name -> root.relativize(Path.of(name)).toString().replace('\\', '/'))
                .toList();
    }

    @Test
    void findsSourcesAndLeavesOutWhatIsBuiltFetchedOrHidden() throws IOException {
        for (String name :
                List.of("b.dyn", "lab/a.dyn", "target/c.dyn", "x/node_modules/d.dyn", ".git/e.dyn", "f.txt")) {
            file(name, "const X = 1");
        }

        assertThat(found()).containsExactly("b.dyn", "lab/a.dyn");
    }

    @Test
    void leavesOutWhatIsNoTextOrTooLargeAndSaysSoOnce() throws IOException {
        Files.write(root.resolve("latin.dyn"), "// größe".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(root.resolve("huge.dyn"), "// " + "x".repeat(3 << 20));
        file("good.dyn", "const X = 1");

        assertThat(found()).containsExactly("good.dyn");
        assertThat(found()).containsExactly("good.dyn");
        assertThat(log)
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("latin.dyn").contains("UTF-8"))
                .anySatisfy(line -> assertThat(line).contains("huge.dyn").contains("bytes"));
    }

    @Test
    void saysOnceThatAFileCannotBeRead() throws IOException {
        folders.open(List.of());
        Files.createSymbolicLink(root.resolve("nowhere.dyn"), root.resolve("gone.dyn"));
        Path file = file("a.dyn", "const X = 1");

        assertThat(folders.beside(file, () -> false)).hasSize(1);
        assertThat(folders.beside(file, () -> false)).hasSize(1);
        assertThat(log).singleElement().asString().contains("nowhere.dyn is left out");
    }

    @Test
    void seesWhatHasChangedOrGone() throws IOException {
        Path file = file("a.dyn", "const X = 1");
        assertThat(folders.sources(() -> false)).extracting(Source::text).containsExactly("const X = 1");
        Files.writeString(file, "const LONGER = 1");
        assertThat(folders.sources(() -> false)).extracting(Source::text).containsExactly("const LONGER = 1");
        Files.delete(file);
        assertThat(found()).isEmpty();
    }

    @Test
    void looksBesideAFileOnlyWhereNoFolderIsOpen() throws IOException {
        Path file = file("lab/a.dyn", "const X = 1");
        file("lab/b.dyn", "const Y = 1");

        assertThat(folders.beside(file, () -> false)).isEmpty();
        folders.open(List.of());
        assertThat(folders.beside(file, () -> false)).hasSize(2);
        assertThat(folders.sources(() -> false)).isEmpty();
    }

    @Test
    void stopsWhenNobodyWaits() throws IOException {
        file("a.dyn", "const X = 1");

        assertThatThrownBy(() -> folders.sources(() -> true)).isInstanceOf(CancellationException.class);
    }
}

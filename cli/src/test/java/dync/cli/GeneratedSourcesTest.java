package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.DynModel;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dync compile -o} writes needs nothing of the compiler. */
class GeneratedSourcesTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("dync.root"), "examples");

    @TempDir
    private Path folder;

    @Test
    void theSourcesOfAllExamplesCompileAgainstTheRuntimeAlone() throws Exception {
        Path sources = folder.resolve("out");
        for (Path example : files(EXAMPLES, 1, ".dyn")) {
            Session session = Session.run("compile", example.toString(), "-o", sources.toString());
            assertThat(session.exit()).as(session.err()).isZero();
        }
        List<Path> written = files(sources, 9, ".java");
        assertThat(written).hasSizeGreaterThanOrEqualTo(5);

        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(messages(written, classes)).isEmpty();

        URL[] place = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, DynModel.class.getClassLoader())) {
            Class<?> custom = loader.loadClass("dyn.custom_rcnn.CustomRCNN");
            try (DynModel model = (DynModel) custom.getConstructor().newInstance()) {
                assertThat(model.info().name()).isEqualTo("CustomRCNN");
                assertThat(model.weights()).containsKey("V1.feedback_V3.conv_transpose.weight");
            }
        }
    }

    /** What javac says, with every warning on, of sources that see the runtime and libtorch and no other source. */
    private static String messages(List<Path> sources, Path classes) throws IOException, URISyntaxException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = Stream.of(home(DynModel.class), home(Tensor.class), home(Pointer.class))
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-classpath",
                    classPath,
                    "-sourcepath",
                    "",
                    "-proc:none",
                    "--release",
                    "17",
                    "-Xlint:all,-classfile",
                    "-d",
                    classes.toString());
            compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return messages.toString();
    }

    private static String home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static List<Path> files(Path under, int depth, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(under, depth)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}

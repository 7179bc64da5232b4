package dync.compiler.describe;

import dync.compiler.Compiled;
import dync.compiler.model.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Descriptions of texts and of files, for tests. */
public final class Described {
    private static final Path OK = Path.of("src/test/dyn/ok");

    private Described() {}

    public static Description text(String text) {
        return Describer.describe(Compiled.graph(text));
    }

    /** A file of the golden tests, with settings such as {@code tff=2ms}. */
    public static Description file(String name, String... settings) throws IOException {
        List<Setting> set = Stream.of(settings).map(Setting::parse).toList();
        String text = Files.readString(OK.resolve(name));
        return Describer.describe(Compiled.model(name, text, set).graph());
    }

    public static Description ventral() throws IOException {
        return file("ventral.dyn", "feedback=additive", "tff=2ms");
    }

    public static Description streams() throws IOException {
        return file("streams.dyn");
    }
}

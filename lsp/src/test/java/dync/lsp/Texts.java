package dync.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts to open: the examples, and long ones made of them. */
public final class Texts {
    private Texts() {}

    /** The files of {@code examples/}, by name. */
    public static List<Path> examples() {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("dync.root"), "examples"))) {
            return files.filter(file -> file.toString().endsWith(".dyn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where to stop while a text is typed: behind every word and sign. What is asked in the middle of a word differs
     * little; {@code TypingTest} stops behind every character.
     */
    public static List<Integer> stops(String text) {
        return IntStream.rangeClosed(0, text.length())
                .filter(end -> end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
                .boxed()
                .toList();
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model of {@code examples/ventral.dyn}, several times under different names. */
    public static String manyModels(int models) {
        String one = read(Path.of(System.getProperty("dync.root"), "examples", "ventral.dyn"));
        return IntStream.range(0, models)
                .mapToObj(i -> one.replace("DyRCNNx4", "Model" + i).replace("model Ventral", "model Ventral" + i))
                .collect(Collectors.joining("\n"));
    }
}

package dync.playground;

import dync.compiler.library.ModuleFinder;
import dync.compiler.library.Zoo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts that the page offers: the examples of the project and the models of the standard library. */
final class Documents {
    private Documents() {}

    /**
     * A text to begin from.
     *
     * @param name the file's name without its ending
     * @param summary the first sentence of what the file says of itself
     */
    record Document(String name, String summary, String text) {}

    /** Texts of one origin, under the title that the page gives them. */
    record Group(String title, List<Document> documents) {}

    static List<Group> all() {
        return List.of(new Group("Examples", examples()), new Group("Models of the library", zoo()));
    }

    private static List<Document> examples() {
        List<Document> found = new ArrayList<>();
        for (String name : resource("examples.txt").strip().split("\\R")) {
            found.add(document(name, resource("examples/" + name + ".dyn")));
        }
        return found;
    }

    private static List<Document> zoo() {
        ModuleFinder library = ModuleFinder.standardLibrary();
        return library.in(Zoo.PACKAGE).stream()
                .map(module -> document(
                        module.substring(module.lastIndexOf('.') + 1),
                        library.find(module).orElseThrow().text()))
                .toList();
    }

    private static Document document(String name, String text) {
        return new Document(name, summary(text), text);
    }

    /** The first sentence of the comment that a file begins with. */
    private static String summary(String text) {
        String comment = text.lines()
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.replaceFirst("^///? ?", ""))
                .reduce("", (before, line) -> before + " " + line)
                .strip();
        int end = comment.indexOf(". ");
        return end < 0 ? comment : comment.substring(0, end + 1);
    }

    private static String resource(String name) {
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the playground");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dync.compiler.library;

import dync.compiler.ast.Declaration;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that come with the language: what the modules of {@code dyn.models} declare. */
public final class Zoo {
    /** The package of the models. */
    public static final String PACKAGE = "dyn.models";

    private Zoo() {}

    /**
     * A model or a variant.
     *
     * @param source the module that declares it
     * @param doc what its comment says
     */
    public record Entry(String name, Source source, Optional<String> doc) {
        /** As a command or an import names it. */
        public String dotted() {
            return PACKAGE + "." + name;
        }
    }

    /** Whether a text names something in the standard library, rather than a file. */
    public static boolean isNamed(String text) {
        return text.startsWith("dyn.") && !text.endsWith(".dyn") && text.indexOf('/') < 0 && text.indexOf('\\') < 0;
    }

    /** All models, module by module. */
    public static List<Entry> entries() {
        return modules().flatMap(Zoo::in).toList();
    }

    /** The model of a dotted name such as {@code dyn.models.ResNet18}. */
    public static Optional<Entry> find(String dotted) {
        String name = dotted.substring(dotted.lastIndexOf('.') + 1);
        return modules()
                .filter(source -> source.text().contains("model " + name))
                .flatMap(Zoo::in)
                .filter(entry -> entry.dotted().equals(dotted))
                .findFirst();
    }

    private static Stream<Source> modules() {
        ModuleFinder finder = ModuleFinder.standardLibrary();
        return finder.in(PACKAGE).stream().map(module -> finder.find(module).orElseThrow());
    }

    private static Stream<Entry> in(Source source) {
        return Parser.parse(source, new Diagnostics()).declarations().stream()
                .filter(declaration ->
                        declaration instanceof Declaration.Model || declaration instanceof Declaration.Variant)
                .map(declaration -> new Entry(declaration.name().text(), source, declaration.doc()));
    }

    /** The dotted name that was probably meant. */
    public static Optional<String> nearest(String dotted) {
        List<String> names = entries().stream().map(Entry::name).toList();
        String name = dotted.substring(dotted.lastIndexOf('.') + 1);
        return (names.contains(name) ? Optional.of(name) : Spelling.nearest(name, names))
                .map(near -> PACKAGE + "." + near);
    }
}

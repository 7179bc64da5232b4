package dync.compiler.documents;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.library.ModuleFinder;
import dync.compiler.parse.Parser;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes {@code docs/stdlib.md} from the declarations of the standard library and their doc comments. */
final class LibraryPage {
    private static final int WIDTH = 110;

    /** A declaration with the module that it stands in. */
    private record Entry(String module, Declaration declaration) {}

    private final StringBuilder page = new StringBuilder("""
            # The standard library

            What `dyn.std` declares, which every file sees without an import. This page is made from the declarations in
            `stdlib/src/main/resources/dyn`; `./mvnw test -pl compiler -am -Dupdate` makes it anew. Functions and initialisers that are
            part of the language are in [language.md](language.md#functions).
            """);

    private LibraryPage() {}

    static String text() {
        LibraryPage made = new LibraryPage();
        List<Entry> standard = entries("dyn.std");
        made.section("Primitives", standard, Declaration.Primitive.class::isInstance);
        made.section("Functions", standard, Declaration.Function.class::isInstance);
        made.section("Blocks", standard, Declaration.Block.class::isInstance);
        made.section("Connections", standard, Declaration.Connection.class::isInstance);
        made.section("Dynamics", standard, Declaration.Dynamics.class::isInstance);
        made.section("Solvers", standard, Declaration.Solver.class::isInstance);
        made.section("Constants", standard, Declaration.Constant.class::isInstance);
        made.section("Area templates", standard, Declaration.Area.class::isInstance);
        made.section(
                "Models",
                entries("dyn.models"),
                declaration -> declaration instanceof Declaration.Model || declaration instanceof Declaration.Variant);
        return made.page.toString();
    }

    private static List<Entry> entries(String inside) {
        ModuleFinder library = ModuleFinder.standardLibrary();
        return library.in(inside).stream()
                .flatMap(module ->
                        Parser.parse(library.find(module).orElseThrow(), new Diagnostics()).declarations().stream()
                                .map(declaration -> new Entry(module, declaration)))
                .toList();
    }

    private void section(String title, List<Entry> entries, Predicate<Declaration> kind) {
        List<Entry> chosen =
                entries.stream().filter(entry -> kind.test(entry.declaration())).toList();
        if (!chosen.isEmpty()) {
            page.append("\n## ").append(title).append('\n');
            chosen.forEach(this::entry);
        }
    }

    private void entry(Entry entry) {
        Declaration declaration = entry.declaration();
        page.append("\n### `").append(declaration.name().text()).append("`\n\n");
        declaration.doc().ifPresent(doc -> page.append(doc.strip().replaceAll("([*<])", "\\\\$1"))
                .append("\n\n"));
        if (declaration instanceof Declaration.Primitive primitive) {
            code("text", signature(primitive) + weights(primitive) + shape(primitive));
        } else if (declaration instanceof Declaration.Model) {
            code("text", "import " + entry.module() + "." + declaration.name().text() + "\n" + signature(declaration));
        } else if (declaration instanceof Declaration.Variant) {
            code("dyn", "import " + entry.module() + "." + declaration.name().text() + "\n" + written(declaration));
        } else {
            code("dyn", written(declaration));
        }
    }

    private void code(String language, String text) {
        page.append("```").append(language).append('\n').append(text).append("\n```\n");
    }

    /** The text of a declaration without its doc comment. */
    private static String written(Declaration declaration) {
        return declaration
                .span()
                .text()
                .lines()
                .dropWhile(line -> line.startsWith("///"))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String signature(Declaration declaration) {
        List<String> parameters = declaration.parameters().stream()
                .map(Parameter::span)
                .map(span -> span.text()
                        .replaceAll("///[^\n]*\n", "")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
        String name = declaration.name().text();
        String line = name + "(" + String.join(", ", parameters) + ")";
        return line.length() <= WIDTH ? line : name + "(\n    " + String.join(",\n    ", parameters) + ")";
    }

    private static String weights(Declaration.Primitive primitive) {
        return weights(primitive.body())
                .map(weight ->
                        weight.name().text() + " " + weight.type().span().text().replaceAll("\\s+", " "))
                .reduce((one, next) -> one + ", " + next)
                .map(all -> "\nweights: " + all)
                .orElse("");
    }

    private static Stream<Step.Weight> weights(List<Step> body) {
        return body.stream()
                .flatMap(step -> step instanceof Step.Weight weight
                        ? Stream.of(weight)
                        : step instanceof Step.If choice ? weights(choice.then()) : Stream.of());
    }

    private static String shape(Declaration.Primitive primitive) {
        return primitive
                .shape()
                .map(shape -> "\nyields: " + shape.span().text().replaceAll("\\s+", " "))
                .orElse("");
    }
}

package dync.lsp.completion;

import com.google.gson.JsonObject;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Parameter;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.language.Language;
import dync.compiler.library.ModuleFinder;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import dync.lsp.analysis.Symbol;
import dync.lsp.analysis.Symbols;
import dync.lsp.feature.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What is told of a completion when somebody looks at it. */
public final class Documentation {
    private Documentation() {}

    /** The same item with its documentation, where there is any. */
    public static CompletionItem of(CompletionItem item, Function<String, Optional<Snapshot>> texts) {
        if (item.getData() instanceof JsonObject about) {
            text(about, texts).ifPresent(text -> item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, text)));
        }
        return item;
    }

    private static Optional<String> text(JsonObject about, Function<String, Optional<Snapshot>> texts) {
        if (about.has(About.WORD)) {
            return Language.doc(about.get(About.WORD).getAsString());
        }
        if (!about.has(About.URI) || !about.has(About.MODULE) || !about.has(About.AT)) {
            return Optional.empty();
        }
        int at = about.get(About.AT).getAsInt();
        return texts.apply(about.get(About.URI).getAsString())
                .flatMap(snapshot -> source(snapshot, about.get(About.MODULE).getAsString()))
                .flatMap(source -> Symbols.of(Parser.parse(source, new Diagnostics())).all().stream()
                        .filter(symbol -> symbol.name().span().start() == at)
                        .findFirst())
                .map(Documentation::text);
    }

    /** The text that is called so: the one that is edited, one that it imports, or one of the library. */
    private static Optional<Source> source(Snapshot snapshot, String name) {
        String dotted =
                name.endsWith(".dyn") ? name.substring(0, name.length() - 4).replace('/', '.') : name;
        return Stream.concat(Stream.of(snapshot.source(), Language.source()), snapshot.analysis().imported().stream())
                .filter(source -> source.name().equals(name))
                .findFirst()
                .or(() -> ModuleFinder.standardLibrary().find(dotted));
    }

    private static String text(Symbol symbol) {
        if (symbol.node() instanceof Declaration declaration) {
            return text(Heads.of(declaration), declaration.doc());
        }
        if (symbol.node() instanceof Parameter parameter) {
            String aliases = parameter.aliases().isEmpty()
                    ? ""
                    : "also called "
                            + String.join(
                                    ", ",
                                    parameter.aliases().stream()
                                            .map(alias -> "`" + alias.text() + "`")
                                            .toList());
            return text(
                    Heads.parameter(parameter),
                    Optional.of(Stream.of(parameter.doc().orElse(""), aliases)
                                    .filter(part -> !part.isEmpty())
                                    .reduce("", (first, second) -> first.isEmpty() ? second : first + "\n\n" + second))
                            .filter(doc -> !doc.isEmpty()));
        }
        Optional<String> doc = symbol.node() instanceof Item.Area area ? area.doc() : Optional.empty();
        List<String> lines = symbol.node().span().text().lines().toList();
        return text(lines.isEmpty() ? symbol.text() : lines.get(0), doc);
    }

    private static String text(String code, Optional<String> doc) {
        return "```dyn\n" + code + "\n```" + doc.map(lines -> "\n\n" + lines).orElse("");
    }
}

package dync.lsp.completion;

import dync.compiler.ast.Declaration;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.library.ModuleFinder;
import dync.compiler.library.Zoo;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItemKind;

/** The parts of the path behind {@code import}. */
final class Imports {
    private static final Pattern PATH = Pattern.compile("import\\s+((?:\\w+\\s*\\.\\s*)*)$");
    private static final List<String> PACKAGES = List.of(Zoo.PACKAGE, "dyn.std");

    private final Context context;
    private final ModuleFinder modules;

    Imports(Context context) {
        this.context = context;
        this.modules = ModuleFinder.standardLibrary()
                .or(context.snapshot()
                        .workspace()
                        .documents()
                        .beside(context.snapshot().document()));
    }

    List<Offer> offers() {
        Matcher path = PATH.matcher(context.place().lineBefore());
        if (!path.find()) {
            return List.of();
        }
        String around = path.group(1).replaceAll("\\s", "").replaceAll("\\.$", "");
        Map<String, Offer> offers = new LinkedHashMap<>();
        String prefix = around.isEmpty() ? "" : around + ".";
        PACKAGES.stream()
                .filter(each -> each.startsWith(prefix))
                .map(each -> first(each.substring(prefix.length())))
                .forEach(name -> offers.put(name, module(name, "package")));
        List<String> inside = modules.in(around);
        inside.stream()
                .map(each -> each.substring(each.lastIndexOf('.') + 1))
                .filter(name -> !around.isEmpty() || !isItself(name))
                .forEach(name -> offers.put(name, module(name, "module")));
        if (!around.isEmpty()) {
            modules.find(around).ifPresent(source -> declared(source, offers));
            if (Zoo.PACKAGE.equals(around)) {
                inside.forEach(module -> modules.find(module).ifPresent(source -> declared(source, offers)));
            }
            if (!offers.isEmpty()) {
                offers.put("*", Offer.of("*", CompletionItemKind.Operator, Offer.Rank.WORD, "all of " + around));
            }
        }
        return List.copyOf(offers.values());
    }

    private boolean isItself(String name) {
        String own = context.snapshot().source().name().replace('\\', '/');
        return own.endsWith("/" + name + ".dyn") || own.equals(name + ".dyn");
    }

    private static String first(String path) {
        return path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
    }

    private static Offer module(String name, String what) {
        return Offer.of(name, CompletionItemKind.Module, Offer.Rank.LIBRARY, what);
    }

    private void declared(Source source, Map<String, Offer> offers) {
        for (Declaration declaration : Parser.parse(source, new Diagnostics()).declarations()) {
            if (!(declaration instanceof Declaration.Error)) {
                offers.put(declaration.name().text(), offer(declaration));
            }
        }
    }

    private Offer offer(Declaration declaration) {
        return Offer.of(declaration.name().text(), Calls.kind(declaration), Offer.Rank.FITTING, Heads.of(declaration))
                .about(About.declared(
                        declaration.name(), context.snapshot().document().uri(), context.place()));
    }

    /** The models of the library that the text does not see yet. */
    List<Offer> models() {
        List<Offer> offers = new ArrayList<>();
        for (String module : modules.in(Zoo.PACKAGE)) {
            Optional<Source> source = modules.find(module);
            List<Declaration> declarations = source.map(
                            found -> Parser.parse(found, new Diagnostics()).declarations())
                    .orElse(List.of());
            declarations.stream()
                    .filter(each -> each instanceof Declaration.Model || each instanceof Declaration.Variant)
                    .filter(each ->
                            !context.heard().visible().containsKey(each.name().text()))
                    .map(each -> {
                        Offer offer = offer(each);
                        String dotted = Zoo.PACKAGE + "." + each.name().text();
                        return new Offer(
                                offer.label(),
                                offer.kind(),
                                Offer.Rank.FOREIGN,
                                "import " + dotted,
                                offer.text(),
                                Optional.of(offer.text() + "($0)"),
                                offer.about(),
                                Optional.of(dotted));
                    })
                    .forEach(offers::add);
        }
        return offers;
    }
}

package dync.lsp.feature;

import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Edit;
import dync.compiler.source.Source;
import dync.lsp.analysis.Index;
import dync.lsp.analysis.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edits that give something another name, and what the texts are then. */
final class NameEdits {
    private final Map<String, List<Edit>> bySource = new LinkedHashMap<>();
    private final Map<String, Source> texts = new LinkedHashMap<>();

    private NameEdits() {}

    /** @param word what is replaced: the symbol's name or one of its aliases */
    static NameEdits of(List<Occurrences> occurrences, Symbol symbol, String word, String newName) {
        NameEdits edits = new NameEdits();
        for (Occurrences text : occurrences) {
            List<Edit> here = text.all().stream()
                    .filter(name -> name.text().equals(word))
                    .map(name -> new Edit(name.span(), replacement(text.index(), name, symbol, newName)))
                    .distinct()
                    .sorted(Comparator.comparingInt(edit -> edit.span().start()))
                    .toList();
            if (!here.isEmpty()) {
                edits.add(text.text().source(), here);
            }
        }
        return edits;
    }

    /** {@code import lab.Net} names the file as well where that is called like what it declares: the file keeps its name. */
    private static String replacement(Index index, Name name, Symbol symbol, String newName) {
        Optional<Module.Import> wanted = index.module().imports().stream()
                .filter(each -> !each.wildcard() && each.path().contains(name))
                .findFirst();
        String home = symbol.name().span().source().name().replace('\\', '/');
        return wanted.filter(each -> home.endsWith("/" + each.dotted().replace('.', '/') + ".dyn"))
                .map(each -> name.text() + "." + newName)
                .orElse(newName);
    }

    private void add(Source source, List<Edit> edits) {
        bySource.put(source.name(), edits);
        StringBuilder text = new StringBuilder(source.text());
        for (int i = edits.size() - 1; i >= 0; i--) {
            Edit edit = edits.get(i);
            text.replace(edit.span().start(), edit.span().end(), edit.replacement());
        }
        texts.put(source.name(), new Source(source.name(), text.toString(), source.isStandard()));
    }

    List<Edit> all() {
        List<Edit> all = new ArrayList<>();
        bySource.values().forEach(all::addAll);
        return all;
    }

    /** The texts that are changed, by the names of their sources. */
    Map<String, Source> texts() {
        return texts;
    }

    /** Where what began at a place of a text begins afterwards. */
    int moved(Source source, int start) {
        int moved = start;
        for (Edit edit : bySource.getOrDefault(source.name(), List.of())) {
            if (edit.span().start() < start) {
                moved += edit.replacement().length()
                        - (edit.span().end() - edit.span().start());
            } else if (edit.span().start() == start) {
                moved += edit.replacement().lastIndexOf('.') + 1;
            }
        }
        return moved;
    }
}

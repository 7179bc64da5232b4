package dync.lsp.feature;

import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.lsp.analysis.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentLink;

/** Where imports lead. */
public final class ImportLinks {
    private ImportLinks() {}

    public static List<DocumentLink> of(Snapshot snapshot) {
        List<DocumentLink> links = new ArrayList<>();
        for (Module.Import wanted : snapshot.index().module().imports()) {
            if (!wanted.path().isEmpty()) {
                module(snapshot, wanted).ifPresent(module -> links.add(link(snapshot, wanted, module)));
            }
        }
        return links;
    }

    /** The text that declares what is wanted; for all of a module the module. */
    private static Optional<Source> module(Snapshot snapshot, Module.Import wanted) {
        if (wanted.wildcard()) {
            return snapshot.workspace()
                    .documents()
                    .beside(snapshot.document())
                    .or(ModuleFinder.standardLibrary())
                    .find(wanted.dotted());
        }
        Name last = wanted.path().get(wanted.path().size() - 1);
        return snapshot.index().symbolAt(last.span().start()).map(Symbol::name).map(name -> name.span()
                .source());
    }

    private static DocumentLink link(Snapshot snapshot, Module.Import wanted, Source module) {
        Span path = wanted.path()
                .get(0)
                .span()
                .to(wanted.path().get(wanted.path().size() - 1).span());
        DocumentLink link = new DocumentLink(
                snapshot.range(path), snapshot.workspace().documents().uri(module));
        String name = module.name().replace('\\', '/');
        link.setTooltip("open " + name.substring(name.lastIndexOf('/') + 1));
        return link;
    }
}

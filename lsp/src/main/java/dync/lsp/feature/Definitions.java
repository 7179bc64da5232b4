package dync.lsp.feature;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.ast.Tree;
import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.lsp.analysis.Index;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Where what a name refers to is declared, in whatever text; for the module in an import, the file. */
public final class Definitions {
    private Definitions() {}

    /** @param links whether the client takes links */
    public static Either<List<? extends Location>, List<? extends LocationLink>> of(
            Snapshot snapshot, Position position, boolean links) {
        int offset = snapshot.offset(position);
        Index index = snapshot.index();
        Optional<Name> name = index.nameAt(offset);
        List<Goal> goals = index.symbolAt(offset).stream()
                .flatMap(symbol -> index.alternatives(symbol).stream())
                .map(Goal::of)
                .toList();
        return goals.isEmpty() || name.isEmpty()
                ? file(snapshot, offset, links)
                : Goal.answer(snapshot, name.get(), goals, links);
    }

    private static Either<List<? extends Location>, List<? extends LocationLink>> file(
            Snapshot snapshot, int offset, boolean links) {
        for (Ast node : Tree.path(snapshot.index().module(), offset)) {
            if (node instanceof Module.Import wanted) {
                return wanted.path().stream()
                        .filter(name -> name.span().touches(offset))
                        .findFirst()
                        .map(name -> Goal.answer(snapshot, name, modules(snapshot, wanted, name), links))
                        .orElse(Either.forLeft(List.of()));
            }
        }
        return Either.forLeft(List.of());
    }

    /** The file that an import names up to and with a name; the files of a package where that name is followed by a star. */
    private static List<Goal> modules(Snapshot snapshot, Module.Import wanted, Name last) {
        List<String> names = wanted.path().stream().map(Name::text).toList();
        int count = wanted.path().indexOf(last) + 1;
        String dotted = String.join(".", names.subList(0, count));
        ModuleFinder finder = ModuleFinder.standardLibrary()
                .or(snapshot.workspace().documents().beside(snapshot.document()));
        Optional<Source> one = finder.find(dotted);
        boolean isPackage = wanted.wildcard() && count == names.size();
        List<Source> files = one.isPresent() || !isPackage
                ? one.stream().toList()
                : finder.in(dotted).stream()
                        .flatMap(module -> finder.find(module).stream())
                        .toList();
        return files.stream()
                .map(file -> new Span(file, 0, 0))
                .map(start -> new Goal(start, start))
                .toList();
    }
}

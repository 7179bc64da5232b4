package dync.lsp.feature;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Name;
import dync.lsp.analysis.Built;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;

/**
 * Above each model what it amounts to, and what can be done with it. Clients that bring commands of their own are given
 * those, others the server's.
 */
public final class Lenses {
    /** Compiles a model and says what came out. */
    public static final String COMPILE = "dync.server.compile";
    /** Draws a model and shows the picture. */
    public static final String DESCRIBE = "dync.server.describe";

    private Lenses() {}

    public static List<CodeLens> of(Snapshot snapshot) {
        List<CodeLens> lenses = new ArrayList<>();
        if (snapshot.settings().lenses() && !snapshot.source().isStandard()) {
            for (Declaration declaration : snapshot.index().module().declarations()) {
                if (declaration instanceof Declaration.Model || declaration instanceof Declaration.Variant) {
                    above(snapshot, declaration.name(), lenses);
                }
            }
        }
        return lenses;
    }

    private static void above(Snapshot snapshot, Name model, List<CodeLens> lenses) {
        Range range = snapshot.range(model.span());
        snapshot.analysis().models().stream()
                .filter(built -> built.name().span().equals(model.span()))
                .findFirst()
                .flatMap(Built::description)
                .ifPresent(description -> lenses.add(
                        lens(snapshot, range, Summary.of(description), "dync.describe", Optional.of(DESCRIBE), model)));
        lenses.add(lens(snapshot, range, "compile", "dync.compile", Optional.of(COMPILE), model));
        lenses.add(lens(snapshot, range, "train", "dync.train", Optional.empty(), model));
        lenses.removeIf(lens -> lens.getCommand().getCommand().isEmpty());
    }

    private static CodeLens lens(
            Snapshot snapshot, Range range, String title, String own, Optional<String> server, Name model) {
        String command = snapshot.client().commands().contains(own) ? own : server.orElse("");
        List<Object> arguments = List.of(snapshot.document().uri(), model.text());
        return new CodeLens(range, new Command(title, command, arguments), null);
    }
}

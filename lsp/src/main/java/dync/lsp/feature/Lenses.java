package dync.lsp.feature;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Name;
import dync.lsp.analysis.Built;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

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
        snapshot.analysis().models().stream()
                .filter(built -> built.name().span().equals(model.span()))
                .findFirst()
                .flatMap(Built::description)
                .flatMap(description -> command(snapshot, "dync.describe", Optional.of(DESCRIBE))
                        .map(command -> lens(snapshot, model, Summary.of(description), command)))
                .ifPresent(lenses::add);
        command(snapshot, "dync.compile", Optional.of(COMPILE))
                .map(command -> lens(snapshot, model, "compile", command))
                .ifPresent(lenses::add);
        command(snapshot, "dync.train", Optional.empty())
                .map(command -> lens(snapshot, model, "train", command))
                .ifPresent(lenses::add);
    }

    /** The client's own command where it brings that, else the server's, of which there is not always one. */
    private static Optional<String> command(Snapshot snapshot, String own, Optional<String> server) {
        return snapshot.client().commands().contains(own) ? Optional.of(own) : server;
    }

    private static CodeLens lens(Snapshot snapshot, Name model, String title, String command) {
        List<Object> arguments = List.of(snapshot.document().uri(), model.text());
        return new CodeLens(snapshot.range(model.span()), new Command(title, command, arguments), null);
    }
}

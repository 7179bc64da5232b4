package dync.lsp.feature;

import dync.compiler.Compilation;
import dync.compiler.CompiledModel;
import dync.compiler.describe.Describer;
import dync.compiler.describe.picture.Picture;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.value.Lookup;
import dync.compiler.value.Observer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Takes a model through all stages, for clients that only send commands. */
public final class Compiling {
    private Compiling() {}

    /**
     * What came out.
     *
     * @param isDone whether the model could be compiled
     * @param words for the user
     */
    public record Outcome(boolean isDone, String words) {}

    /**
     * As far as the Java text.
     *
     * @param model its name; empty for the first of the text
     * @throws CancellationException when {@code abandoned} holds
     */
    public static Outcome compile(Snapshot snapshot, String model, BooleanSupplier abandoned) {
        Compilation compilation = snapshot.workspace().compilation(snapshot.document(), stopping(abandoned));
        String name = name(compilation, model);
        return compilation
                .model(name, List.of())
                .map(compiled -> new Outcome(true, words(compiled)))
                .orElseGet(() -> new Outcome(false, problem(compilation, name)));
    }

    /**
     * The picture of a model, as SVG.
     *
     * @throws IllegalArgumentException where there is none; the message says why
     */
    public static String draw(Snapshot snapshot, String model, BooleanSupplier abandoned) {
        Compilation compilation = snapshot.workspace().compilation(snapshot.document(), stopping(abandoned));
        String name = name(compilation, model);
        return compilation
                .graph(name, List.of())
                .filter(graph -> !compilation.hasErrors())
                .map(graph -> Picture.whole(Describer.describe(graph)))
                .orElseThrow(() -> new IllegalArgumentException(problem(compilation, name)));
    }

    private static String name(Compilation compilation, String wanted) {
        return wanted.isEmpty() ? compilation.models().stream().findFirst().orElse("") : wanted;
    }

    private static String words(CompiledModel compiled) {
        return compiled.model().name() + " compiles: " + Summary.of(Describer.describe(compiled.graph())) + ", "
                + compiled.java().text().lines().count() + " lines of Java in "
                + compiled.java().qualifiedName();
    }

    private static String problem(Compilation compilation, String model) {
        if (model.isEmpty()) {
            return "there is no model here yet";
        }
        List<Diagnostic> errors =
                compilation.diagnostics().stream().filter(Diagnostic::isError).toList();
        Optional<Diagnostic> first = errors.stream().findFirst();
        String count = errors.size() == 1 ? "" : ", the first of " + errors.size() + " errors";
        return model + " does not compile: "
                + first.map(error -> error.message() + " (" + error.primary().span() + count + ")")
                        .orElse("there is no such model");
    }

    private static Observer stopping(BooleanSupplier abandoned) {
        return new Observer() {
            @Override
            public void looked(Lookup lookup) {
                if (abandoned.getAsBoolean()) {
                    throw new CancellationException("nobody waits for it any more");
                }
            }
        };
    }
}

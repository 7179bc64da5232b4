package dync.lsp.feature;

import dync.compiler.Compilation;
import dync.compiler.CompiledModel;
import dync.compiler.ast.Name;
import dync.compiler.describe.Describer;
import dync.compiler.describe.Description;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.graph.Graph;
import dync.compiler.model.Setting;
import dync.compiler.plan.PlanKind;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.compiler.value.Lookup;
import dync.compiler.value.Observer;
import dync.lsp.analysis.Built;
import dync.lsp.document.Abandoned;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The model that a client asks about, taken as far as it asks; where it cannot be, {@link #problem} says why. */
public final class Chosen {
    private final Snapshot snapshot;
    private final List<String> models;
    private final String name;
    private final List<Setting> settings;
    private final Optional<Compilation> own;

    private Chosen(Snapshot snapshot, String model, List<Setting> settings, Optional<Compilation> own) {
        this.snapshot = snapshot;
        this.models =
                snapshot.analysis().resolved().models().stream().map(Name::text).toList();
        this.name = model.isEmpty() ? models.stream().findFirst().orElse("") : model;
        this.settings = settings;
        this.own = own;
    }

    /**
     * With the defaults of its parameters.
     *
     * @param snapshot of one who may lose interest: then building ends with a {@link CancellationException}
     * @param model its name; empty for the first of the text
     */
    public static Chosen of(Snapshot snapshot, String model) {
        return new Chosen(snapshot, model, List.of(), Optional.empty());
    }

    /** With parameters of its own, for which it is compiled anew; none for the defaults. */
    static Chosen of(Snapshot snapshot, String model, List<Setting> settings, BooleanSupplier abandoned) {
        return settings.isEmpty()
                ? of(snapshot, model)
                : new Chosen(
                        snapshot,
                        model,
                        settings,
                        Optional.of(snapshot.workspace()
                                .compilation(snapshot.document(), snapshot.source(), stopping(abandoned))));
    }

    /** The models of the text. */
    List<String> models() {
        return models;
    }

    /** Empty where there is none. */
    public String name() {
        return name;
    }

    Optional<Graph> graph() {
        if (!models.contains(name)) {
            return Optional.empty();
        }
        Optional<Graph> graph = own.isPresent()
                ? own.get().graph(name, settings)
                : snapshot.analysis().model(name).flatMap(Built::graph);
        return errors().isEmpty() ? graph : Optional.empty();
    }

    public Optional<Description> description() {
        return own.isPresent()
                ? graph().map(Describer::describe)
                : graph().flatMap(graph -> snapshot.analysis().model(name)).flatMap(Built::description);
    }

    public Optional<CompiledModel> compiled() {
        return graph().map(graph -> CompiledModel.of(graph, PlanKind.OPTIMISED));
    }

    /** What keeps it from being compiled, once that was tried. */
    public String problem() {
        if (models.isEmpty()) {
            return "there is no model here yet";
        }
        if (!models.contains(name)) {
            return "there is no model " + name;
        }
        List<Diagnostic> errors = errors();
        String count = errors.size() == 1 ? "" : "; the first of " + errors.size() + " errors";
        return name + " does not compile: "
                + errors.stream()
                        .findFirst()
                        .map(error ->
                                error.message() + " (" + place(error.primary().span()) + count + ")")
                        .orElse("it has no graph");
    }

    private List<Diagnostic> errors() {
        List<Diagnostic> found = own.map(Compilation::diagnostics)
                .orElseGet(() -> snapshot.analysis().diagnostics());
        return found.stream().filter(Diagnostic::isError).toList();
    }

    private String place(Span span) {
        Source at = span.source();
        boolean isSetting = own.isPresent()
                && !at.equals(snapshot.source())
                && !at.isStandard()
                && !own.get().imported().contains(at);
        return isSetting ? "the setting " + at.text() : snapshot.words(span);
    }

    private static Observer stopping(BooleanSupplier abandoned) {
        return new Observer() {
            @Override
            public void looked(Lookup lookup) {
                Abandoned.stopIf(abandoned);
            }
        };
    }
}

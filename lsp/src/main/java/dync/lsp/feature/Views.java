package dync.lsp.feature;

import dync.compiler.Compilation;
import dync.compiler.CompiledModel;
import dync.compiler.ast.Name;
import dync.compiler.describe.Describer;
import dync.compiler.describe.TextRenderer;
import dync.compiler.describe.picture.Picture;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.graph.Graph;
import dync.compiler.model.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a model looks like: pictures, words, the plan, the Java class. */
public final class Views {
    private static final int COLUMNS = 110;

    private Views() {}

    /**
     * @throws IllegalArgumentException where there is no such view, or a setting is none; the message says which
     */
    public static View of(Snapshot snapshot, ViewParams params) {
        String view = Optional.ofNullable(params.view()).orElse("picture");
        List<String> models =
                snapshot.analysis().resolved().models().stream().map(Name::text).toList();
        String model = Optional.ofNullable(params.model())
                .filter(name -> !name.isEmpty())
                .orElse(models.isEmpty() ? "" : models.get(0));
        List<Setting> settings = Optional.ofNullable(params.settings()).orElse(List.of()).stream()
                .map(Setting::parse)
                .toList();
        Function<String, View> no = problem -> new View(models, model, view, format(view), null, problem);
        if (models.isEmpty()) {
            return no.apply("there is no model here yet");
        }
        if (!models.contains(model)) {
            return no.apply("there is no model " + model);
        }
        if (settings.isEmpty() && hasErrors(snapshot.analysis().diagnostics())) {
            return no.apply(errors(snapshot.analysis().diagnostics()));
        }
        Compilation compilation = snapshot.workspace().compilation(snapshot.document());
        Optional<String> content = content(view, model, settings, snapshot, compilation);
        return content.map(text -> new View(models, model, view, format(view), text, null))
                .orElseGet(() -> no.apply(errors(compilation.diagnostics())));
    }

    private static Optional<String> content(
            String view, String model, List<Setting> settings, Snapshot snapshot, Compilation compilation) {
        if (view.equals("plan") || view.equals("java")) {
            Optional<CompiledModel> compiled = compilation.model(model, settings);
            return compiled.map(each ->
                    view.equals("plan") ? each.plan().toString() : each.java().text());
        }
        Optional<Graph> graph = settings.isEmpty()
                ? snapshot.analysis().model(model).flatMap(built -> built.graph())
                : compilation.graph(model, settings).filter(built -> !compilation.hasErrors());
        return graph.map(
                switch (view) {
                    case "picture" -> (Graph built) -> Picture.whole(Describer.describe(built));
                    case "wiring" -> (Graph built) -> Picture.wiring(Describer.describe(built));
                    case "unrolled" -> (Graph built) -> Picture.unrolled(Describer.describe(built));
                    case "describe" -> (Graph built) -> new TextRenderer(COLUMNS).render(Describer.describe(built));
                    case "graph" -> Graph::toString;
                    default -> throw unknown(view);
                });
    }

    private static String format(String view) {
        return switch (view) {
            case "picture", "wiring", "unrolled" -> "svg";
            case "java" -> "java";
            case "describe", "graph", "plan" -> "text";
            default -> throw unknown(view);
        };
    }

    private static IllegalArgumentException unknown(String view) {
        return new IllegalArgumentException(
                "there is no view " + view + ": it is one of picture, wiring, unrolled, describe, graph, plan, java");
    }

    private static boolean hasErrors(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    private static String errors(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        return errors.size() == 1
                ? "line " + errors.get(0).primary().span().line() + ": "
                        + errors.get(0).message()
                : "the text has " + errors.size() + " errors";
    }
}

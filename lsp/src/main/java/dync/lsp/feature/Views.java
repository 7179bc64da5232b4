package dync.lsp.feature;

import dync.compiler.describe.TextRenderer;
import dync.compiler.describe.picture.Picture;
import dync.compiler.graph.Graph;
import dync.compiler.model.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What a model looks like: pictures, words, the plan, the Java class. */
public final class Views {
    private static final int COLUMNS = 110;

    private Views() {}

    /**
     * @param abandoned whether nobody waits for it any more; then it ends with a
     *     {@link java.util.concurrent.CancellationException}
     * @throws IllegalArgumentException where there is no such view, or a setting is none; the message says which
     */
    public static View of(Snapshot snapshot, ViewParams params, BooleanSupplier abandoned) {
        String view = Optional.ofNullable(params.view()).orElse("picture");
        String format = format(view);
        List<Setting> settings = Optional.ofNullable(params.settings()).orElse(List.of()).stream()
                .map(Setting::parse)
                .toList();
        String model = Optional.ofNullable(params.model()).orElse("");
        Chosen chosen = Chosen.of(snapshot, model, settings, abandoned);
        Optional<String> content = content(view, chosen);
        String problem = content.isPresent() ? null : chosen.problem();
        return new View(chosen.models(), chosen.name(), view, format, content.orElse(null), problem);
    }

    private static Optional<String> content(String view, Chosen chosen) {
        return switch (view) {
            case "picture" -> chosen.description().map(Picture::whole);
            case "wiring" -> chosen.description().map(Picture::wiring);
            case "unrolled" -> chosen.description().map(Picture::unrolled);
            case "describe" -> chosen.description().map(new TextRenderer(COLUMNS)::render);
            case "graph" -> chosen.graph().map(Graph::toString);
            case "plan" -> chosen.compiled().map(compiled -> compiled.plan().toString());
            case "java" -> chosen.compiled().map(compiled -> compiled.java().text());
            default -> throw unknown(view);
        };
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
}

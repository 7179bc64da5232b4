package dync.compiler.diagnostic;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows diagnostics to programs: one JSON object a line with {@code code severity message file line column endLine
 * endColumn helps labels}. Lines and columns count from 1, columns in UTF-16 units; the end is the place after the last
 * character.
 */
public final class JsonRenderer {
    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

    /** A line for each, each with its line end. */
    public String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(diagnostic -> render(diagnostic) + "\n").collect(Collectors.joining());
    }

    public String render(Diagnostic diagnostic) {
        JsonObject object = new JsonObject();
        object.addProperty("code", diagnostic.code().name());
        object.addProperty("severity", diagnostic.severity().label());
        object.addProperty("message", diagnostic.message());
        place(diagnostic.primary().span(), object);
        JsonArray helps = new JsonArray();
        diagnostic.helps().forEach(help -> helps.add(help(help)));
        object.add("helps", helps);
        JsonArray labels = new JsonArray();
        if (!diagnostic.primary().text().isEmpty()) {
            labels.add(label(diagnostic.primary()));
        }
        diagnostic.labels().forEach(label -> labels.add(label(label)));
        object.add("labels", labels);
        return gson.toJson(object);
    }

    private static JsonObject help(Help help) {
        JsonObject object = new JsonObject();
        object.addProperty("text", help.text());
        help.edit().ifPresent(edit -> {
            JsonObject change = new JsonObject();
            place(edit.span(), change);
            change.addProperty("replacement", edit.replacement());
            object.add("edit", change);
        });
        return object;
    }

    private static JsonObject label(Label label) {
        JsonObject object = new JsonObject();
        object.addProperty("text", label.text());
        place(label.span(), object);
        return object;
    }

    private static void place(Span span, JsonObject object) {
        Source.Position start = span.source().position(span.start());
        Source.Position end = span.source().position(span.end());
        object.addProperty("file", span.source().name());
        object.addProperty("line", start.line());
        object.addProperty("column", start.column());
        object.addProperty("endLine", end.line());
        object.addProperty("endColumn", end.column());
    }
}

package dync.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * What users may switch off, in the section {@code dync} of their settings; all of it is on where they say nothing.
 *
 * @param shapes inlay hints with the shape behind a step
 * @param delays inlay hints with a delay in steps
 * @param parameters inlay hints with the parameters of an area, and with the names of those that values go to
 * @param lenses code lenses above models
 */
public record Settings(boolean shapes, boolean delays, boolean parameters, boolean lenses) {
    public static final Settings DEFAULT = new Settings(true, true, true, true);

    /** Reads the section, with or without its name around it. */
    public static Settings of(Object json) {
        if (!(json instanceof JsonObject given)) {
            return DEFAULT;
        }
        JsonObject section = given.get("dync") instanceof JsonObject inner ? inner : given;
        JsonObject hints = section.get("inlayHints") instanceof JsonObject inner ? inner : new JsonObject();
        return new Settings(on(hints, "shapes"), on(hints, "delays"), on(hints, "parameters"), on(section, "codeLens"));
    }

    private static boolean on(JsonObject section, String name) {
        return Optional.ofNullable(section.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsBoolean)
                .orElse(true);
    }
}

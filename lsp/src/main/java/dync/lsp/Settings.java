package dync.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dync.compiler.diagnostic.Spelling;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    private static final String SECTION = "dync";
    private static final String SHAPES = "dync.inlayHints.shapes";
    private static final String DELAYS = "dync.inlayHints.delays";
    private static final String PARAMETERS = "dync.inlayHints.parameters";
    private static final String LENSES = "dync.codeLens";
    private static final List<String> ALL = List.of(SHAPES, DELAYS, PARAMETERS, LENSES);

    /** An editor's settings for itself, such as how it starts the server, which it may send along with the section. */
    private static final Set<String> OF_EDITORS = Set.of("dync.java", "dync.command", "dync.trace");

    /**
     * Reads the section, with or without its name around it.
     *
     * @param json null where there is none
     * @param warn told of each setting that is not known or of another type; it is left out
     */
    static Settings of(Object json, Consumer<String> warn) {
        Set<String> off = new HashSet<>();
        if (json instanceof JsonElement given) {
            boolean isNamed = given instanceof JsonObject object && object.has(SECTION);
            read(SECTION, isNamed ? given.getAsJsonObject().get(SECTION) : given, off, warn);
        }
        return new Settings(
                !off.contains(SHAPES), !off.contains(DELAYS), !off.contains(PARAMETERS), !off.contains(LENSES));
    }

    private static void read(String name, JsonElement value, Set<String> off, Consumer<String> warn) {
        Set<String> inside = inside(name);
        if (value.isJsonNull() || OF_EDITORS.contains(name)) {
            return;
        }
        if (ALL.contains(name)) {
            if (!(value instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
                warn.accept(name + " is true or false, not " + value);
            } else if (!primitive.getAsBoolean()) {
                off.add(name);
            }
        } else if (inside.isEmpty()) {
            warn.accept("there is no setting " + name + "; " + help(name));
        } else if (value instanceof JsonObject section) {
            section.asMap().forEach((key, inner) -> read(name + "." + key, inner, off, warn));
        } else {
            warn.accept(name + " is an object with " + String.join(", ", inside) + ", not " + value);
        }
    }

    /** The names of the settings and sections directly inside a section; empty for what is none. */
    private static Set<String> inside(String name) {
        String prefix = name + ".";
        return ALL.stream()
                .filter(setting -> setting.startsWith(prefix))
                .map(setting -> setting.substring(prefix.length()).split("\\.", 2)[0])
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String help(String unknown) {
        String section = unknown.substring(0, unknown.lastIndexOf('.'));
        return Spelling.nearest(unknown.substring(section.length() + 1), inside(section))
                .map(near -> "did you mean " + section + "." + near + "?")
                .orElse("there are " + String.join(", ", ALL));
    }
}

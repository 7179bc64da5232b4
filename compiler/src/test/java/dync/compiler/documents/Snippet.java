package dync.compiler.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block {@code ```dyn …} of a document. The words after {@code dyn} say how it is checked:
 *
 * <ul>
 *   <li>nothing: it is a whole file, and nothing is reported
 *   <li>{@code fragment=model}: statements of a model; {@code fragment=area}: steps of an area; {@code fragment=values}:
 *       a line each that is true
 *   <li>{@code error=DYN0304} or {@code warning=…}: these codes, separated by commas, are reported and no others
 *   <li>{@code file=PATH}: it is that file, as it stands in the project
 *   <li>{@code name=NAME}: how messages call the file
 * </ul>
 *
 * @param shown the block {@code ```text} that follows before any other block or heading, which holds what is printed; empty where there is none
 */
record Snippet(String document, int line, Map<String, String> words, String text, String shown) {
    private static final Pattern BLOCK = Pattern.compile(
            "(?m)^```dyn([^\\n]*)\\n(.*?)^```\\n(?:[^`#]*(?:`[^`\\n]+`[^`#]*)*^```text\\n(.*?)^```\\n)?",
            Pattern.DOTALL);

    static List<Snippet> of(Path document) throws IOException {
        String page = Files.readString(document);
        List<Snippet> snippets = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            Map<String, String> words = new LinkedHashMap<>();
            for (String word : block.group(1).strip().split("\\s+")) {
                if (!word.isEmpty()) {
                    words.put(word.split("=", 2)[0], word.contains("=") ? word.split("=", 2)[1] : "");
                }
            }
            int line = 1 + (int) page.substring(0, block.start()).lines().count();
            snippets.add(new Snippet(
                    document.getFileName().toString(),
                    line,
                    words,
                    block.group(2),
                    block.group(3) == null ? "" : block.group(3)));
        }
        return snippets;
    }

    String name() {
        return words.getOrDefault("name", "example.dyn");
    }

    /** The snippet as a file that can be compiled. */
    String whole() {
        return switch (words.getOrDefault("fragment", "")) {
            case "" -> text;
            case "model" -> model(text);
            case "area" -> model("area Example {\n" + text + (text.contains("emit") ? "" : "emit\n") + "}\n");
            case "values" -> values();
            default -> throw new IllegalArgumentException(this + ": fragment is model, area or values");
        };
    }

    private static String model(String items) {
        StringBuilder model = new StringBuilder("""
                model Example(n_classes: int = 10, dt: time = 2 ms, tau: time = 10 ms, delay: time = 4 ms) {
                """);
        need(model, items, "clock", "clock(step = dt, steps = 40)\n");
        need(model, items, "input", "input(3, 32, 32)\n");
        model.append(items);
        need(model, items, "area [A-Z]\\w*( =| \\{| from)", "area Only { emit }\n");
        need(model, items, "readout", "readout answer { avgpool; flatten; linear(n_classes) }\n");
        return model.append("}\n").toString();
    }

    private static void need(StringBuilder model, String items, String statement, String line) {
        if (!Pattern.compile("(?m)^\\s*" + statement).matcher(items).find()) {
            model.append(line);
        }
    }

    private String values() {
        StringBuilder claims = new StringBuilder();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(claim -> claims.append("require ").append(claim).append('\n'));
        return model(claims.toString());
    }

    @Override
    public String toString() {
        return document + ":" + line;
    }
}

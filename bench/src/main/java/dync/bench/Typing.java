package dync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Typing into a text of 1,000 lines: how long after a key the diagnostics and the completions are there, how long the
 * server takes to start, and whether its memory stays flat: {@code bench/lsp [KEYS] [EDITS]}. The peer, in the same run, is
 * {@code dync check} as a process of its own, which is what there is without a server.
 */
public final class Typing {
    private static final int WARM_UP = 300;
    private static final int STARTS = 10;
    private static final int CHECK_EVERY = 40;
    private static final int LINES = 1000;
    private static final String LINE = "    area V9 { conv(64, kernel = 3)  evolve leaky(tau = 20 ms)  relu  emit }";

    private Typing() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int keys = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        int edits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        starts("dync lsp", List.of("sh", "cli/target/dync/dync", "lsp"));
        starts("java -jar", List.of("java", "-jar", "lsp/target/dync-lsp.jar"));
        String text = text();
        type(text, keys);
        remember(text, edits);
    }

    private static void starts(String name, List<String> command) throws IOException {
        List<Double> ready = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (Editor editor = new Editor(command)) {
                ready.add(editor.ready());
            }
        }
        tell("start to first answer, " + name, ready);
    }

    private static void type(String text, int keys) throws IOException, InterruptedException {
        Path file = Files.createTempFile("dync-bench", ".dyn");
        Files.writeString(file, text);
        List<Double> diagnostics = new ArrayList<>();
        List<Double> completions = new ArrayList<>();
        List<Double> checks = new ArrayList<>();
        try (Editor editor = new Editor(List.of("sh", "cli/target/dync/dync", "lsp"))) {
            editor.open(text);
            Caret caret = new Caret(text);
            for (int key = 0; key < WARM_UP + keys; key++) {
                caret.press(editor);
                Editor.Latency latency = editor.latency(caret.line, caret.character);
                if (key >= WARM_UP) {
                    diagnostics.add(latency.diagnostics());
                    completions.add(latency.completion());
                }
                if (key >= WARM_UP && key % CHECK_EVERY == 0) {
                    checks.add(check(file));
                }
            }
        } finally {
            Files.delete(file);
        }
        System.out.printf("%n%d keys in %d lines%n", keys, text.lines().count());
        tell("diagnostics", diagnostics);
        tell("completion", completions);
        tell("dync check, a process", checks);
        System.out.printf(Locale.ROOT, "diagnostics to dync check: %.3f%n", median(diagnostics) / median(checks));
    }

    private static double check(Path file) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process check = new ProcessBuilder("sh", "cli/target/dync/dync", "check", file.toString())
                .redirectErrorStream(true)
                .start();
        check.getInputStream().readAllBytes();
        check.waitFor();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void remember(String text, int edits) throws IOException {
        System.out.printf("%nlive megabytes over %d edits%n", edits);
        try (Editor editor = new Editor(List.of("sh", "cli/target/dync/dync", "lsp"))) {
            editor.open(text);
            Caret caret = new Caret(text);
            for (int edit = 0; edit <= edits; edit++) {
                caret.press(editor);
                if (edit % 10 == 0) {
                    editor.latency(caret.line, caret.character);
                }
                if (edit % 1000 == 0) {
                    System.out.printf(Locale.ROOT, "%6d %7.1f%n", edit, editor.liveMegabytes());
                }
            }
        }
    }

    /** Types a line in the middle of the text, character by character, takes it back, and begins again. */
    private static final class Caret {
        private final int line;
        private int character = 0;
        private boolean forwards = true;

        Caret(String text) {
            List<String> lines = text.lines().toList();
            int at = lines.size() / 2;
            while (!lines.get(at).isEmpty() || !lines.get(at - 1).contains("area")) {
                at++;
            }
            line = at;
        }

        void press(Editor editor) throws IOException {
            if (forwards) {
                editor.edit(line, character, character, LINE.substring(character, character + 1));
                character++;
            } else {
                character--;
                editor.edit(line, character, character + 1, "");
            }
            if (character == LINE.length() || character == 0) {
                forwards = character == 0;
            }
        }
    }

    /** The examples, again and again under other names. */
    private static String text() throws IOException {
        List<String> models = new ArrayList<>();
        for (String example : List.of("ventral", "custom_rcnn", "two_streams", "adaptive_rcnn", "simple_rcnn")) {
            models.add(Files.readString(Path.of("examples", example + ".dyn")));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.chars().filter(c -> c == '\n').count() < LINES; i++) {
            text.append(models.get(i % models.size()).replaceAll("(?m)^model (\\w+)", "model $1_" + i))
                    .append('\n');
        }
        return text.toString();
    }

    private static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, (int) (part * sorted.size())));
    }

    private static void tell(String name, List<Double> millis) {
        System.out.printf(
                Locale.ROOT,
                "%-34s median %7.1f ms, 95th percentile %7.1f ms, most %7.1f ms%n",
                name,
                median(millis),
                quantile(millis, 0.95),
                quantile(millis, 1));
    }
}

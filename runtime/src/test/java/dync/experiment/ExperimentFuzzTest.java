package dync.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever becomes of a valid file, it reads, and then reads again as the same, or is refused with a message. */
class ExperimentFuzzTest {
    private static final String[] PIECES = {
        ":",
        ": ",
        "\n",
        "  ",
        "\t",
        "-",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        "\"",
        "#",
        " #",
        "&a",
        "*a",
        "!",
        "!!str ",
        "|",
        ">",
        "?",
        "%",
        "@",
        "null",
        "~",
        "true",
        "yes",
        "0",
        "-1",
        "1e999",
        "nan",
        ".inf",
        "10 ms",
        "5 s",
        "kind",
        "kind: adam",
        "sgd",
        "use: debug",
        "profiles:",
        "training:",
        "\u0000",
        "\uFFFE",
        "é",
        "🐟",
        "<<: *a",
        "---",
        "...",
        "\r",
        "1.5",
        "''"
    };
    private static final String VALID = """
            use: [quick]
            model: {file: dyn.models.DyRCNNx4, weights: w.safetensors}
            set: {tau: 5 ms, trc: "6 ms"}
            seed: 7
            data: {set: fashion-mnist, classes: [a, b], validation: 0.1, train_limit: 100}
            presentation:
              steps: 20
              course: {kind: pattern, entries: "1011"}
              reaction_time: 10 ms
            training:
              epochs: 3
              loss:
                - cross_entropy
                - {kind: mean_squared_error, weight: 0.5}
              optimizer: {kind: sgd, learning_rate: 1e-2, momentum: 0.9, nesterov: true}
              groups: [{match: "*.recurrent*", rate: 0.2}]
              warmup: {length: 5}
              schedule: {kind: cosine, least: 0.01}
              early_stopping: {monitor: validation/loss, patience: 3}
            profiles:
              quick: {training: {epochs: 1, optimizer: adamw}}
              slow:
                training: {epochs: 100}
            """;

    @Property(tries = 1000)
    void readsOrIsRefusedWithAMessage(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int changes) {
        String text = mutated(new Random(seed), changes);
        Experiment experiment;
        try {
            experiment = read(text);
        } catch (UserError refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        assertThat(Experiment.parse(experiment.yaml())).as(text).isEqualTo(experiment);
    }

    private static Experiment read(String text) {
        try {
            Path file = Files.createTempFile("experiment", ".yaml");
            try {
                return ExperimentReader.file(Files.write(file, bytes(text)))
                        .read()
                        .value();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change may cut a pair of surrogates in two: such a half is written as it is, as bytes that are not UTF-8. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(0xE0 | point >> 12);
                bytes.write(0x80 | point >> 6 & 0x3F);
                bytes.write(0x80 | point & 0x3F);
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    private static String mutated(Random random, int changes) {
        StringBuilder text = new StringBuilder(VALID);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 2 -> value(text, random);
                default -> lines(text, random);
            }
        }
        return text.toString();
    }

    /** Puts something else in the place of a value. */
    private static void value(StringBuilder text, Random random) {
        List<Integer> colons = new ArrayList<>();
        for (int at = text.indexOf(": "); at >= 0; at = text.indexOf(": ", at + 1)) {
            colons.add(at + 2);
        }
        int from = colons.get(random.nextInt(colons.size()));
        int to = from;
        while (to < text.length() && ",}\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        text.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
    }

    /** Lets two lines change places. */
    private static void lines(StringBuilder text, Random random) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        String line = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        text.setLength(0);
        text.append(String.join("\n", lines)).append('\n');
    }
}

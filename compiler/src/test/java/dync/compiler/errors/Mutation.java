package dync.compiler.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with some slips that a hand makes, and some that it would not: the same for the same seed. */
final class Mutation {
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z_]\\w*|[0-9][0-9.]*(?:e-?[0-9]+)?|\\s+|->|\\|>|[<>=!]=|.", Pattern.DOTALL);
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "2",
            "0.5",
            "-0.1",
            "7",
            "1000000",
            "2147483647",
            "2147483648",
            "99999999999999999999",
            "1e9",
            "1e300",
            "1e-300",
            "1e400",
            "3 ms",
            "0 ms",
            "1e-9 s",
            "1e12 s",
            "40 Hz",
            "none",
            "true",
            "\"x\"");
    private static final List<String> INSERTS = List.of(
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ",",
            ";",
            "+",
            "*",
            "^",
            "/",
            "-",
            ".",
            "..",
            "->",
            "|>",
            "'",
            "\"",
            "@",
            "?",
            ":",
            "=",
            "==",
            "if",
            "else",
            "for",
            "repeat 3",
            "repeat 1000000000",
            "emit",
            "relu",
            "evolve",
            "let x = it",
            "none",
            "in",
            "it",
            "out",
            "ms",
            "then",
            "from",
            "model",
            "area",
            "block",
            "weight",
            "not",
            "and",
            "mod");

    private final Random random;
    private final List<String> words = new ArrayList<>();

    private Mutation(String text, long seed) {
        this.random = new Random(seed);
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
    }

    static String of(String text, long seed) {
        Mutation mutation = new Mutation(text, seed);
        int slips = 1 + mutation.random.nextInt(4);
        for (int i = 0; i < slips && !mutation.words.isEmpty(); i++) {
            mutation.slip();
        }
        return String.join("", mutation.words);
    }

    private void slip() {
        int at = random.nextInt(words.size());
        switch (random.nextInt(8)) {
            case 0 -> words.remove(at);
            case 1 -> words.set(at, words.get(random.nextInt(words.size())));
            case 2 -> {
                int other = random.nextInt(words.size());
                String word = words.get(at);
                words.set(at, words.get(other));
                words.set(other, word);
            }
            case 3 -> words.add(at, " " + pick(INSERTS) + " ");
            case 4, 5 -> replace("[0-9].*", pick(NUMBERS));
            case 6 -> replace("[A-Za-z_].*", name());
            default ->
                words.subList(at, Math.min(words.size(), at + 1 + random.nextInt(12)))
                        .clear();
        }
    }

    /** Another name of the text, or one with a letter too many. */
    private String name() {
        List<String> names =
                words.stream().filter(word -> word.matches("[A-Za-z_].*")).collect(Collectors.toList());
        return names.isEmpty() ? "x" : pick(names) + (random.nextInt(3) == 0 ? "x" : "");
    }

    private void replace(String pattern, String by) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).matches(pattern)) {
                places.add(i);
            }
        }
        if (!places.isEmpty()) {
            words.set(places.get(random.nextInt(places.size())), by);
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

package dync.compiler.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils texts as people and editors do: words and characters lost, doubled, swapped or put in the wrong place. */
public final class Mutations {
    private static final Pattern WORD = Pattern.compile("\\w+|\\s+|\\W");
    private static final String CHARACTERS = "{}()[],;:='\"?@.+-*/^<>|&%#$\\\t\n\r aZ09_τ→“”é漢\uD83D\uDE00\u0000";

    private static final List<String> OPENERS =
            List.of("(", "[", "{", "f(", "if a { ", "repeat 2 { ", "- ", "not ", "x ^ ", "a.", "/*", "\"", "///");
    private static final List<String> CLOSERS = List.of(")", "]", "}", " }", "", ",", ")]}");

    private final List<String> texts;
    private final Random random;

    public Mutations(List<String> texts, long seed) {
        this.texts = texts;
        this.random = new Random(seed);
    }

    public String next() {
        String text = pick(texts);
        if (random.nextInt(10) == 0) {
            text = hostile(text);
        }
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            text = random.nextInt(4) == 0 ? character(text) : word(text);
        }
        return random.nextInt(8) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    /** Something that no hand writes: a broken download, a generated file, another format. */
    private String hostile(String text) {
        int at = random.nextInt(text.length() + 1);
        String before = text.substring(0, at);
        String rest = text.substring(at);
        int many = 1 + random.nextInt(400);
        return switch (random.nextInt(8)) {
            case 0 -> before + bytes(many) + rest;
            case 1 -> before + pick(OPENERS).repeat(many) + rest;
            case 2 -> before + pick(OPENERS).repeat(many) + "x" + pick(CLOSERS).repeat(many) + rest;
            case 3 -> (text + " ").repeat(1 + many / 100).replace('\n', ' ');
            case 4 -> before + "9".repeat(many) + rest;
            case 5 -> before + " 1e" + "9".repeat(1 + many / 20) + pick(List.of("", " ms", "e", ".")) + rest;
            case 6 -> before + (char) (0xD800 + random.nextInt(0x800)) + rest;
            default -> before + "\0".repeat(many) + rest.replaceAll("\n", pick(List.of("\r", "\r\n", "\u2028", "\f")));
        };
    }

    private String bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return new String(bytes, random.nextBoolean() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE);
    }

    private String character(String text) {
        int at = random.nextInt(text.length() + 1);
        String rest = text.substring(Math.min(text.length(), at + random.nextInt(2)));
        return text.substring(0, at)
                + (random.nextBoolean() ? CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) : "")
                + rest;
    }

    private String word(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return text;
        }
        int at = random.nextInt(words.size());
        int other = random.nextInt(words.size());
        switch (random.nextInt(5)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(at));
            case 2 -> words.add(at, words.get(other));
            case 3 -> words.add(at, pick(words(pick(texts))));
            default -> {
                String swapped = words.get(at);
                words.set(at, words.get(other));
                words.set(other, swapped);
            }
        }
        return String.join("", words);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

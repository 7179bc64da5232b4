package dync.lsp.words;

import dync.compiler.evaluate.Functions;
import dync.compiler.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of the language, as hovers explain them: how statements are written and what those words mean that take no
 * parameters is read from {@code words.md}, the rest the compiler says.
 */
public final class Glossary {
    private static final Pattern LINE = Pattern.compile("- \\*\\*(\\S+)\\*\\* (`[^`]*`(?:, `[^`]*`)*)(?:: (.+))?");
    private static final Pattern FORM = Pattern.compile("`([^`]*)`");
    private static final Glossary PAGE = read();

    private final List<Entry> entries;

    private Glossary(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The page that this server was built with. */
    public static Glossary page() {
        return PAGE;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The first entry of a word in these sections, the first of which goes before the second. */
    public Optional<Entry> find(String word, Entry.Section... sections) {
        return Arrays.stream(sections)
                .flatMap(section -> section == Entry.Section.FUNCTIONS
                        ? function(word).stream()
                        : entries.stream()
                                .filter(entry -> entry.section() == section)
                                .filter(entry -> entry.word().equals(word)))
                .findFirst();
    }

    /** What a function or an initialiser takes and means. */
    private static Optional<Entry> function(String word) {
        String taken = Language.signature(word).all().stream()
                .map(parameter -> parameter.span().text())
                .collect(Collectors.joining(", "));
        return Optional.of(word)
                .filter(Functions.names()::contains)
                .flatMap(Language::doc)
                .map(doc -> new Entry(
                        Entry.Section.FUNCTIONS,
                        word,
                        List.of(taken.isEmpty() ? word : word + "(" + taken + ")"),
                        doc));
    }

    private static Glossary read() {
        try (InputStream page = Glossary.class.getResourceAsStream("words.md")) {
            return parse(new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a page: a section under each heading, a word in each item. */
    static Glossary parse(String page) {
        List<Entry> entries = new ArrayList<>();
        Optional<Entry.Section> section = Optional.empty();
        for (String line : page.lines().toList()) {
            if (line.startsWith("## ")) {
                section = Optional.of(Entry.Section.valueOf(line.substring(3).toUpperCase(Locale.ROOT)));
            } else if (line.startsWith("- ")) {
                entries.add(entry(section.orElseThrow(), line));
            }
        }
        return new Glossary(entries);
    }

    private static Entry entry(Entry.Section section, String line) {
        Matcher item = LINE.matcher(line);
        if (!item.matches()) {
            throw new IllegalArgumentException("no word with its forms and its meaning: " + line);
        }
        List<String> forms =
                FORM.matcher(item.group(2)).results().map(form -> form.group(1)).toList();
        String word = item.group(1);
        String text = Optional.ofNullable(item.group(3))
                .or(() -> Language.doc(word))
                .orElseThrow(() -> new IllegalArgumentException("nobody says what this means: " + line));
        return new Entry(section, word, forms, text);
    }
}

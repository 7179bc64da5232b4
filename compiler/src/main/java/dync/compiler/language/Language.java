package dync.compiler.language;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Parameter;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import dync.compiler.value.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the statements, functions and words of the language take and mean. It is written as a module of the language,
 * {@code language.dyn}, so that it has parameters, types, defaults and doc comments as everything else has.
 */
public final class Language {
    private static final String NAMED = "_named";
    private static final Source SOURCE = new Source("dyn/language.dyn", text(), true);
    private static final Map<String, Declaration> WORDS = read();

    private Language() {}

    /** Where it is written. */
    public static Source source() {
        return SOURCE;
    }

    /** What a statement or function takes; nothing for what takes nothing. */
    public static Signature signature(String word) {
        return new Signature(word, parameters(word), parameters(word + NAMED));
    }

    /** What a keyword, a function or a built-in name means. */
    public static Optional<String> doc(String word) {
        return Optional.ofNullable(WORDS.get(word)).flatMap(Declaration::doc);
    }

    private static List<Parameter> parameters(String word) {
        return Optional.ofNullable(WORDS.get(word)).map(Declaration::parameters).orElse(List.of());
    }

    private static Map<String, Declaration> read() {
        Map<String, Declaration> words = new LinkedHashMap<>();
        Diagnostics wrong = new Diagnostics();
        Parser.parse(SOURCE, wrong)
                .declarations()
                .forEach(declaration -> words.put(declaration.name().text(), declaration));
        if (wrong.hasErrors()) {
            throw new IllegalStateException("language.dyn cannot be read: " + wrong.all());
        }
        return Map.copyOf(words);
    }

    private static String text() {
        try (InputStream in = Language.class.getResourceAsStream("language.dyn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

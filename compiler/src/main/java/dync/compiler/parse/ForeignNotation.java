package dync.compiler.parse;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reports characters that have no meaning here and reads them as what was meant, where that is clear. */
final class ForeignNotation {
    private static final Map<String, Integer> MEANT = Map.ofEntries(
            Map.entry("&&", DynLexer.AND),
            Map.entry("&", DynLexer.AND),
            Map.entry("||", DynLexer.OR),
            Map.entry("|", DynLexer.OR),
            Map.entry("!", DynLexer.NOT),
            Map.entry("%", DynLexer.MOD),
            Map.entry("**", DynLexer.POWER),
            Map.entry("\u2264", DynLexer.LESS_EQUAL),
            Map.entry("\u2265", DynLexer.GREATER_EQUAL),
            Map.entry("\u2260", DynLexer.NOT_EQUAL),
            Map.entry("\u00D7", DynLexer.TIMES),
            Map.entry("\u00B7", DynLexer.TIMES),
            Map.entry("\u00F7", DynLexer.DIVIDE),
            Map.entry("\u2212", DynLexer.MINUS),
            Map.entry("\u2013", DynLexer.MINUS),
            Map.entry("\u2192", DynLexer.ARROW),
            Map.entry("\u2019", DynLexer.PRIME),
            Map.entry("\u2032", DynLexer.PRIME));

    private final Diagnostics diagnostics;

    ForeignNotation(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void reportComment(Word word, Diagnostics diagnostics) {
        String opening = word.getText().startsWith("#") ? "#" : "/*";
        Span at = new Span(word.span().source(), word.start(), word.start() + opening.length());
        Diagnostic diagnostic =
                Diagnostic.error(Code.DYN0104, at, "`" + opening + "` begins no comment: comments begin with `//`");
        diagnostics.report(
                opening.equals("#")
                        ? diagnostic.fix("write `//`", at, "//")
                        : diagnostic.help("put `//` before each line"));
    }

    List<Word> mend(List<Word> words) {
        List<Word> mended = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            switch (word.getType()) {
                case DynLexer.UNCLOSED_STRING -> unclosed(word);
                case DynLexer.FOREIGN_STRING -> quotes(word);
                case DynLexer.FOREIGN_NAME -> name(word, mended);
                case DynLexer.FOREIGN_OPERATOR -> meant(word, MEANT.get(word.getText()));
                case DynLexer.UNKNOWN -> {
                    Integer type = MEANT.get(word.getText());
                    if (type == null) {
                        i = unknown(words, i);
                        continue;
                    }
                    meant(word, type);
                }
                case DynLexer.PRIME -> {
                    Optional<Integer> closing = closingQuote(words, i);
                    if (closing.isPresent()) {
                        singleQuotes(word, words.get(closing.get()));
                        i = closing.get();
                    }
                }
                default -> {}
            }
            mended.add(word);
        }
        return mended;
    }

    private void unclosed(Word word) {
        diagnostics.report(Diagnostic.error(
                        Code.DYN0105,
                        new Span(word.span().source(), word.start(), word.start() + 1),
                        "this string is never closed")
                .help("a string ends on its line with `\"`"));
        word.setText(word.getText() + "\"");
        word.setType(DynLexer.STRING);
        word.mute();
    }

    private void quotes(Word word) {
        String text = word.getText();
        String plain = "\"" + text.substring(1, text.length() - 1) + "\"";
        diagnostics.report(Diagnostic.error(Code.DYN0104, word.span(), "strings stand in plain double quotes")
                .fix("write " + plain, word.span(), plain));
        word.setText(plain);
        word.setType(DynLexer.STRING);
    }

    private static Optional<Integer> closingQuote(List<Word> words, int opening) {
        Word quote = words.get(opening);
        if (opening > 0
                && words.get(opening - 1).isName()
                && words.get(opening - 1).touches(quote)) {
            return Optional.empty();
        }
        for (int i = opening + 1; i < words.size() && words.get(i).sameLine(quote); i++) {
            if (words.get(i).is(DynLexer.PRIME)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void singleQuotes(Word opening, Word closing) {
        Span span = opening.span().to(closing.span());
        String text = span.text();
        String plain = "\"" + text.substring(1, text.length() - 1).replace('"', ' ') + "\"";
        diagnostics.report(Diagnostic.error(Code.DYN0104, span, "strings stand in double quotes")
                .fix("write " + plain, span, plain));
        opening.setStopIndex(closing.getStopIndex());
        opening.setText(plain);
        opening.setType(DynLexer.STRING);
    }

    private void name(Word word, List<Word> before) {
        boolean micro = word.getText().matches("[\u00B5\u03BC]s");
        boolean unit =
                micro && !before.isEmpty() && before.get(before.size() - 1).is(DynLexer.NUMBER);
        if (unit) {
            diagnostics.report(Diagnostic.error(Code.DYN0106, word.span(), "microseconds are written `us`")
                    .fix("write `us`", word.span(), "us"));
            word.setText("us");
        } else {
            Diagnostic diagnostic =
                    Diagnostic.error(Code.DYN0104, word.span(), "names are made of the letters a to z, digits and `_`");
            String plain = transliterated(word.getText());
            diagnostics.report(
                    plain.isEmpty() ? diagnostic : diagnostic.fix("write `" + plain + "`", word.span(), plain));
            // Every use is told of by itself; under one plain name they still mean one thing.
            word.setText(plain.isEmpty() ? word.getText() : plain);
        }
        word.setType(DynLexer.NAME);
    }

    /** Greek letters by their names, as models write them: tau for τ. Empty where a letter has no plain name. */
    private static String transliterated(String name) {
        StringBuilder plain = new StringBuilder();
        for (char c : name.toCharArray()) {
            String unicode = String.valueOf(Character.getName(c));
            if (c < 128) {
                plain.append(c);
            } else if (c == '\u00B5') {
                plain.append("mu");
            } else if (unicode.matches("GREEK SMALL LETTER [A-Z]+")) {
                plain.append(unicode.substring(unicode.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
            } else {
                return "";
            }
        }
        return plain.toString();
    }

    private void meant(Word word, int type) {
        String text = Vocabulary.text(type);
        boolean keyword = Vocabulary.isKeyword(type);
        diagnostics.report(
                Diagnostic.error(Code.DYN0104, word.span(), "`" + word.getText() + "` is written `" + text + "`")
                        .fix("write `" + text + "`", word.span(), keyword ? " " + text + " " : text));
        word.setType(type);
    }

    /** Reports a run of unknown characters as one and leaves it out; the index of its last. */
    private int unknown(List<Word> words, int first) {
        int last = first;
        while (words.get(last + 1).is(DynLexer.UNKNOWN)
                && words.get(last).touches(words.get(last + 1))
                && !MEANT.containsKey(words.get(last + 1).getText())) {
            last++;
        }
        Span span = words.get(first).span().to(words.get(last).span());
        String text = span.text();
        Diagnostic diagnostic = Diagnostic.error(
                Code.DYN0104,
                span,
                text.codePointCount(0, text.length()) == 1 && !Character.isISOControl(text.charAt(0))
                        ? "`" + text + "` has no meaning here"
                        : "these characters have no meaning here");
        boolean between = first > 0
                && Vocabulary.endsValue(words.get(first - 1).getType())
                && Vocabulary.beginsValue(words.get(last + 1).getType());
        diagnostics.report(between ? diagnostic : diagnostic.fix("take it out", span, ""));
        // What it stood for is not known, so neither is what is wrong without it.
        words.get(last + 1).mute();
        return last;
    }
}

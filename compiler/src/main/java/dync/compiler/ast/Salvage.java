package dync.compiler.ast;

import dync.compiler.source.Span;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a text seems to declare which could not be read. Who refers to one of them is not told that it does not
 * exist: that follows from the syntax error.
 */
public final class Salvage {
    private static final Pattern DECLARED = Pattern.compile(
            "\\b(?:model|area|block|connection|dynamics|solver|fn|const|let|weight|readout|input)\\s+([A-Za-z_]\\w*)");

    private Salvage() {}

    public static Set<String> names(Span unread) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = DECLARED.matcher(unread.text());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}

package dync.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One side of a rule: text with placeholders. */
final class NamePattern {
    private static final Pattern PART = Pattern.compile("\\{(\\w+)(\\*|:[^}]*)?\\}|[^{}]+");

    private final String written;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Placeholder> placeholders = new LinkedHashMap<>();
    private final Pattern pattern;

    /** @throws IllegalArgumentException if it is not written as a pattern is */
    NamePattern(String written) {
        this.written = written;
        StringBuilder regex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        Matcher part = PART.matcher(written);
        int at = 0;
        while (part.find() && part.start() == at) {
            at = part.end();
            if (part.group(1) == null) {
                text.append(part.group());
                regex.append(Pattern.quote(part.group()));
                continue;
            }
            Placeholder placeholder = placeholder(part.group(2) == null ? "" : part.group(2));
            if (placeholders.putIfAbsent(part.group(1), placeholder) != null) {
                throw new IllegalArgumentException("{" + part.group(1) + "} is twice in " + written);
            }
            texts.add(text.toString());
            text.setLength(0);
            regex.append('(').append(placeholder.regex()).append(')');
        }
        if (at != written.length()) {
            throw new IllegalArgumentException(written + " has a brace too many or too few");
        }
        texts.add(text.toString());
        pattern = Pattern.compile(regex.toString());
    }

    private static Placeholder placeholder(String style) {
        if (style.isEmpty()) {
            return new Placeholder.Word();
        }
        if (style.equals("*")) {
            return new Placeholder.Rest();
        }
        String rest = style.substring(1);
        if (rest.matches("[01]")) {
            return new Placeholder.Counted(Integer.parseInt(rest));
        }
        if (rest.equals("_")) {
            return new Placeholder.Repeated(1, 1);
        }
        Matcher every = Pattern.compile("_([1-9])\\+([1-9])").matcher(rest);
        if (every.matches()) {
            return new Placeholder.Repeated(Integer.parseInt(every.group(1)), Integer.parseInt(every.group(2)));
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (String choice : rest.split("\\|", -1)) {
            String[] sides = choice.split("=", -1);
            if (rest.matches("\\d+")
                    || !choice.matches("[\\w.]+(=[\\w.]+)?")
                    || words.put(sides[0], sides[sides.length - 1]) != null) {
                throw new IllegalArgumentException("{…" + style + "} is no kind of placeholder");
            }
        }
        return new Placeholder.Words(words);
    }

    Set<String> placeholders() {
        return placeholders.keySet();
    }

    /** The values of the placeholders, by name; empty if the name is another. */
    Optional<Map<String, String>> match(String name) {
        Matcher matcher = pattern.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        int group = 1;
        for (Map.Entry<String, Placeholder> placeholder : placeholders.entrySet()) {
            Optional<String> value = placeholder.getValue().value(matcher.group(group++));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(placeholder.getKey(), value.get());
        }
        return Optional.of(values);
    }

    /** The name with these values; empty if this side has no way to write one of them. */
    Optional<String> fill(Map<String, String> values) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        for (Map.Entry<String, Placeholder> placeholder : placeholders.entrySet()) {
            Optional<String> text = placeholder.getValue().text(values.get(placeholder.getKey()));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            name.append(texts.get(at++)).append(text.get());
        }
        return Optional.of(name.append(texts.get(at)).toString());
    }

    @Override
    public String toString() {
        return written;
    }
}

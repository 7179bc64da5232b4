package dync.names;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a placeholder may stand for on its side of a rule, and the value by which both sides know it. */
sealed interface Placeholder {
    /** What it matches, as a regular expression without groups. */
    String regex();

    /** The value of what was matched; empty if it does not match after all. */
    Optional<String> value(String text);

    /** How a value is written on this side; empty if it cannot be. */
    Optional<String> text(String value);

    /** {@code {name}}: anything up to the next dot. */
    record Word() implements Placeholder {
        @Override
        public String regex() {
            return "[^.]+";
        }

        @Override
        public Optional<String> value(String text) {
            return Optional.of(text);
        }

        @Override
        public Optional<String> text(String value) {
            return Optional.of(value);
        }
    }

    /** {@code {name*}}: anything at all. */
    record Rest() implements Placeholder {
        @Override
        public String regex() {
            return ".+";
        }

        @Override
        public Optional<String> value(String text) {
            return Optional.of(text);
        }

        @Override
        public Optional<String> text(String value) {
            return Optional.of(value);
        }
    }

    /** {@code {name:a=b|c}}: one of some words there, and what each is here. */
    record Words(Map<String, String> here) implements Placeholder {
        public Words {
            here = Map.copyOf(here);
        }

        @Override
        public String regex() {
            return here.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        }

        @Override
        public Optional<String> value(String text) {
            return Optional.ofNullable(here.get(text));
        }

        @Override
        public Optional<String> text(String value) {
            return here.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(value))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    /** {@code {name:0}}, {@code {name:1}}: a number that counts from there on. */
    record Counted(int first) implements Placeholder {
        @Override
        public String regex() {
            return "(?:0|[1-9]\\d{0,8})";
        }

        @Override
        public Optional<String> value(String text) {
            return ordinal(new BigInteger(text).intValueExact() - first);
        }

        @Override
        public Optional<String> text(String value) {
            return number(value).map(ordinal -> Integer.toString(ordinal + first));
        }
    }

    /**
     * {@code {name:_}}: the end of a name that occurs several times in an area: nothing, {@code _2}, {@code _3} …;
     * {@code {name:_3+1}} is every third of them from the first on.
     */
    record Repeated(int step, int first) implements Placeholder {
        @Override
        public String regex() {
            return "(?:_(?:[2-9]|[1-9]\\d{1,8}))?";
        }

        @Override
        public Optional<String> value(String text) {
            int after = (text.isEmpty() ? 1 : Integer.parseInt(text.substring(1))) - first;
            return after % step == 0 ? ordinal(after / step) : Optional.empty();
        }

        @Override
        public Optional<String> text(String value) {
            return number(value)
                    .map(ordinal -> step * ordinal + first)
                    .map(occurrence -> occurrence == 1 ? "" : "_" + occurrence);
        }
    }

    /** Numbers are known by how many come before them. */
    private static Optional<String> ordinal(int number) {
        return number < 0 ? Optional.empty() : Optional.of(Integer.toString(number));
    }

    private static Optional<Integer> number(String value) {
        return value.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(value)) : Optional.empty();
    }
}

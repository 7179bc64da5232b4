package dync.compiler.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The named values of the small closed types. */
public enum Symbol {
    ADDITIVE("integration"),
    MULTIPLICATIVE("integration"),
    OWN("state"),
    COMMITTED("state"),
    ABSENT("past"),
    ZERO("past"),
    INPUT("target"),
    MIDDLE("target"),
    OUTPUT("target"),
    EXPONENTIAL("solver"),
    L1("penalty"),
    L2("penalty"),
    NORM("penalty"),
    BALANCE("penalty"),
    SMOOTHNESS("penalty"),
    CHANNELS("axes"),
    SPACE("axes"),
    HEIGHT("axes"),
    WIDTH("axes");

    private final String type;

    Symbol(String type) {
        this.type = type;
    }

    /** The type that it is a value of. */
    public String type() {
        return type;
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The symbol of a type under a word. */
    public static Optional<Symbol> of(String type, String word) {
        return Arrays.stream(values())
                .filter(s -> s.type.equals(type) && s.word().equals(word))
                .findFirst();
    }

    /** The words of a type. */
    public static List<String> words(String type) {
        return Arrays.stream(values())
                .filter(s -> s.type.equals(type))
                .map(Symbol::word)
                .toList();
    }
}
